"""Every message Triptych can print, by code: severity, sentence, hint and explanation, in English and Chinese.

Codes are stable words; a code that is here has a test that shows it can happen.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Language = Literal["en", "zh"]


class Entry(NamedTuple):
    """One code. `message` and `hint` are format strings over the diagnostic's arguments."""

    severity: Literal["error", "warning", "info"]
    message: dict[Language, str]
    hint: dict[Language, str]
    about: dict[Language, str]


def _entry(
    severity: Literal["error", "warning", "info"],
    message: tuple[str, str],
    hint: tuple[str, str] = ("", ""),
    about: tuple[str, str] = ("", ""),
) -> Entry:
    def both(pair: tuple[str, str]) -> dict[Language, str]:
        return {"en": pair[0], "zh": pair[1]}

    return Entry(severity, both(message), both(hint), both(about))


CATALOGUE: dict[str, Entry] = {
    # --- reading -------------------------------------------------------------------------------------------------
    "input-not-found": _entry(
        "error",
        ("there is no file {path}", "找不到文件 {path}"),
        ("check the spelling and the folder you are in", "请检查文件名和当前目录"),
        ("The named input does not exist or cannot be opened.", "指定的输入文件不存在或无法打开。"),
    ),
    "input-unreadable": _entry(
        "error",
        ("cannot read {path}: {reason}", "无法读取 {path}：{reason}"),
        ("check that it is whole, and that you may read it", "请确认文件完整，且可以读取"),
        ("The input exists but the system refuses to read it.", "输入文件存在，但系统拒绝读取。"),
    ),
    "limit-exceeded": _entry(
        "error",
        (
            "this has more than is taken: {name} is {limit}, and here it is {found}",
            "超出上限：{name} 为 {limit}，此处为 {found}",
        ),
        (
            "where you trust the input, raise the limit with --limit {name}=N",
            "如确信输入可靠，可用 --limit {name}=N 提高上限",
        ),
        (
            "Inputs are bounded, so that a file that is built to do so cannot take all memory or time. docs/security.md lists the limits.",
            "对输入设有上限，以免蓄意构造的文件耗尽内存或时间。各项上限见 docs/security.md。",
        ),
    ),
    "limit-syntax": _entry(
        "error",
        ("cannot understand the limit {setting}", "无法理解上限 {setting}"),
        (
            "write it as NAME=N with a whole number above 0, for example input_mb=500",
            "请写作 名称=正整数，例如 input_mb=500",
        ),
        (
            "A setting of --limit is not a name, an equals sign and a whole number.",
            "--limit 的值应为名称、等号和正整数。",
        ),
    ),
    "limit-unknown": _entry(
        "error",
        ("there is no limit {name}", "没有名为 {name} 的上限"),
        ("limits: {known}", "可用的上限：{known}"),
        (
            "--limit names something that has no limit. docs/security.md lists those there are.",
            "--limit 指定了不存在的上限。各项上限见 docs/security.md。",
        ),
    ),
    "encoding-invalid": _entry(
        "error",
        (
            "line {line}, column {column}: byte {byte} is not {encoding}, which the rest of the file is in",
            "第 {line} 行第 {column} 列：字节 {byte} 不是有效的 {encoding} 编码，而文件其余部分均为该编码",
        ),
        ("repair that place, or save the file as UTF-8 again", "请修正该处，或将文件重新保存为 UTF-8"),
        (
            "The file seems to be in one encoding, but so many of its bytes do not fit that little could be read.",
            "文件似采用某一编码，但与之不符的字节过多，难以读出文字。",
        ),
    ),
    "encoding-damaged": _entry(
        "warning",
        (
            "{n} places are not {encoding}, which the rest of the file is in; U+FFFD stands there",
            "有 {n} 处字节不是有效的 {encoding} 编码，而文件其余部分均为该编码；以 U+FFFD 代替",
        ),
        ("look up in the original what stands there", "请对照原件核实该处文字"),
        (
            "The encoding of the file is clear, but single bytes do not fit it: the file was cut within a character, or put together "
            "of pieces. All else is read as it is; the position is the first such place.",
            "文件的编码明确，但个别字节与之不符，例如在字符中间被截断，或由片段拼接而成。其余文字照常读取；位置为第一处。",
        ),
    ),
    "encoding-mixed": _entry(
        "warning",
        (
            "{n} lines are in {encoding}, the rest of the file is in UTF-8: each was read in its own encoding",
            "有 {n} 行采用 {encoding} 编码，其余为 UTF-8；各按其编码读取",
        ),
        ("check these lines, and save the file as UTF-8", "请核对这些行，并将文件保存为 UTF-8"),
        (
            "The file was put together of files in two encodings. Which one the lines are in was told by how plausible their text is; the "
            "position is the first of them.",
            "文件由两种编码的内容拼接而成；各行的编码按文字是否通顺判断。位置为第一行。",
        ),
    ),
    "encoding-unknown": _entry(
        "error",
        ("cannot tell how the file is encoded", "无法判断文件的字符编码"),
        ("save it as UTF-8", "请将文件保存为 UTF-8"),
        (
            "The bytes are no UTF-8, UTF-16, GB 18030, Big5, Shift-JIS or EUC text, nor any known code page.",
            "文件内容不是 UTF-8、UTF-16、GB 18030、Big5、Shift-JIS、EUC 等已知编码的文字。",
        ),
    ),
    "input-binary": _entry(
        "error",
        ("this is no text file: it has binary data", "这不是文本文件：其中含有二进制数据"),
        ("name its format with -f, or choose the right file", "请用 -f 指明格式，或确认是否选错了文件"),
        (
            "The input was to be read as text, but has many zero bytes and other control characters, as pictures, archives and "
            "programs do. Single zero bytes in a text are left out.",
            "输入应为文本，却含有许多零字节和其他控制字符（常见于图片、压缩包、程序文件）。文本中个别的零字节则予以略去。",
        ),
    ),
    "input-empty": _entry(
        "error",
        ("the document has no text", "文档没有文字"),
        ("check that this is the file you meant", "请确认是否选错了文件"),
        ("There is nothing to print: the input holds no text at all.", "输入中没有任何文字，无可输出。"),
    ),
    "json-invalid": _entry(
        "error",
        ("this is not a Triptych document: {reason}", "不是 Triptych 文档：{reason}"),
        (
            "the path in the message names the value; `triptych schema` prints the schema",
            "路径指出了出错的值；`triptych schema` 可输出模式",
        ),
        (
            "The JSON does not have the form that Triptych's JSON Schema describes.",
            "JSON 与 Triptych 的 JSON Schema 不符。",
        ),
    ),
    "json-version": _entry(
        "error",
        (
            "the document was written in version {version} of the form; this program knows {known}",
            "文档格式版本为 {version}，本程序只支持到 {known}",
        ),
        ("update Triptych", "请升级 Triptych"),
        ("A newer Triptych wrote the file.", "该文件由更新版本的 Triptych 写出。"),
    ),
    "json-pandoc-invalid": _entry(
        "error",
        ("this is not a pandoc document: {path}: {reason}", "不是 pandoc 文档：{path}：{reason}"),
        ("write it with `pandoc -t json`", "请用 `pandoc -t json` 生成"),
        (
            "The JSON does not have the form of pandoc's syntax tree. The path names the first value that does not fit.",
            "JSON 与 pandoc 语法树的形式不符；路径指出第一个不符之处。",
        ),
    ),
    "json-pandoc-version": _entry(
        "error",
        (
            "the document has version {version} of pandoc's types; this program knows 1.21 and later ones of 1",
            "文档采用 pandoc 类型版本 {version}，本程序支持 1.21 及以后的 1.x 版本",
        ),
        ("write it with pandoc 2.10 or later", "请用 pandoc 2.10 或更新版本生成"),
        (
            "Before version 1.21 tables had another form.",
            "1.21 以前的版本中表格形式不同。",
        ),
    ),
    "json-pandoc-attribute": _entry(
        "info",
        ("left out {attribute}, which nothing in a document stands for", "未收入 {attribute}：文档模型无对应元素"),
        ("", ""),
        (
            "Pandoc's nodes carry classes, key-value pairs, citation keys and short captions that change no words here.",
            "pandoc 节点所带的类名、键值、引文标识、短标题等不影响文字，故未收入。",
        ),
    ),
    "input-folder": _entry(
        "error",
        ("{path} is a folder", "{path} 是文件夹"),
        ("name the files in it, for example {path}/*.txt", "请列出其中的文件，例如 {path}/*.txt"),
        (
            "Inputs are files. A shell's `*` names all files of a folder.",
            "输入须为文件；可用通配符 * 列出文件夹中的文件。",
        ),
    ),
    # --- writing -------------------------------------------------------------------------------------------------
    "output-unwritable": _entry(
        "error",
        ("cannot write {path}: {reason}", "无法写入 {path}：{reason}"),
        (
            "name another place with -o or -O; one for temporary files with TMPDIR",
            "请用 -o 或 -O 指定其他位置；临时文件的位置由 TMPDIR 指定",
        ),
        (
            "The system refuses to write there. A file that was there before is as it was.",
            "系统拒绝写入该位置；原有文件未受影响。",
        ),
    ),
    "output-too-large": _entry(
        "error",
        (
            "the file would have more than {gigabytes} GB or {members} members",
            "文件将超过 {gigabytes} GB 或 {members} 个成员",
        ),
        ("divide the document, or write another format", "请拆分文档，或改用其他格式"),
        (
            "DOCX and EPUB files are zip files, which hold no more without an extension that many programs lack.",
            "DOCX 与 EPUB 是 zip 文件，超出其容量需用许多软件不支持的扩展格式。",
        ),
    ),
    "json-pandoc-nesting": _entry(
        "error",
        ("the document nests too deeply for pandoc's JSON", "文档嵌套过深，无法写成 pandoc 的 JSON"),
        ("write another format, for example json", "请改用其他格式，例如 json"),
        (
            "Pandoc's form takes up to five levels of JSON for one of a document's.",
            "pandoc 的形式中，文档的一层最多占 JSON 的五层。",
        ),
    ),
    # --- many documents ------------------------------------------------------------------------------------------
    "memory-exceeded": _entry(
        "error",
        ("the document needs more memory than a worker may have", "文档所需内存超过单个进程的上限"),
        ("give more with --max-memory", "请用 --max-memory 放宽上限"),
        (
            "The conversion was stopped. Other documents are not affected.",
            "该文档的转换已中止，其他文档不受影响。",
        ),
    ),
    "time-exceeded": _entry(
        "error",
        ("the document took longer than {seconds} s", "文档转换超过 {seconds} 秒"),
        ("give more time with --timeout", "请用 --timeout 放宽时限"),
        (
            "The conversion was stopped, tried once more alone and stopped again. Other documents are not affected.",
            "转换已中止，单独重试一次后仍超时；其他文档不受影响。",
        ),
    ),
    "worker-lost": _entry(
        "error",
        ("the process that converted the document died ({reason})", "转换该文档的进程已终止（{reason}）"),
        (
            "convert it alone to see what happens; the system may have run out of memory",
            "请单独转换该文档以查明原因；也可能是系统内存不足",
        ),
        (
            "A library crashed, or something killed the process. The document was tried once more, alone. Other documents are not "
            "affected.",
            "可能是库崩溃，或进程被外部终止。该文档已单独重试一次；其他文档不受影响。",
        ),
    ),
    "workers-none": _entry(
        "error",
        ("no process can be started to convert documents: {reason}", "无法启动转换文档的进程：{reason}"),
        (
            "end other programs, or raise what the system allows (ulimit -n, ulimit -u)",
            "请结束其他程序，或放宽系统限制（ulimit -n、ulimit -u）",
        ),
        (
            "Many documents are converted in processes of their own. What was done before stays done.",
            "批量转换在单独的进程中进行；此前已完成的予以保留。",
        ),
    ),
    "run-locked": _entry(
        "error",
        ("another run is writing into {folder}", "另一个任务正在写入 {folder}"),
        ("wait for it, or name another folder with -O", "请等待其结束，或用 -O 指定其他文件夹"),
        (
            "An output folder belongs to one run at a time. Nothing was converted.",
            "一个输出文件夹同时只供一个任务使用；未作任何转换。",
        ),
    ),
    "lock-refused": _entry(
        "error",
        ("the folder {folder} cannot be locked: {reason}", "无法锁定文件夹 {folder}：{reason}"),
        (
            "name a folder on a disk of this machine with -O, and copy the files afterwards",
            "请用 -O 指定本机磁盘上的文件夹，再复制文件",
        ),
        (
            "Some network file systems have no locks. Without one, two runs could write into the folder at the same time.",
            "有些网络文件系统不支持锁；没有锁，两个任务可能同时写入该文件夹。",
        ),
    ),
    "journal-broken": _entry(
        "error",
        (
            "the journal {path} is damaged, or not ours: {reason}",
            "运行日志 {path} 已损坏，或不是本程序的日志：{reason}",
        ),
        (
            "move its folder away and run again; all documents will then be converted again",
            "请移走其所在文件夹后重新运行；全部文档将重新转换",
        ),
        (
            "The journal of a folder says what was converted. Outputs that are there are not affected.",
            "文件夹的运行日志记录已转换的文档；已有的输出不受影响。",
        ),
    ),
    "journal-newer": _entry(
        "error",
        ("the journal {path} is from a later version of Triptych", "运行日志 {path} 由更新版本的 Triptych 写成"),
        (
            "use that version, or name another folder with -O",
            "请使用该版本，或用 -O 指定其他文件夹",
        ),
        (
            "What a later version wrote down is left as it is. Nothing was converted.",
            "更新版本的记录保持原样；未作任何转换。",
        ),
    ),
    "journal-unwritable": _entry(
        "error",
        ("the journal {path} cannot be written: {reason}", "无法写入运行日志 {path}：{reason}"),
        (
            "make room on the disk, close other programs that have the file open, and run again: it goes on from here",
            "请腾出磁盘空间，关闭正在使用该文件的其他程序，然后重新运行，将从此处继续",
        ),
        (
            "The run was stopped. Finished outputs stay; a few that were not written down yet are made again.",
            "任务已停止；已完成的输出予以保留，个别尚未记录的将重新生成。",
        ),
    ),
    "extra-missing": _entry(
        "error",
        ("{what} needs {needs}, which is not installed", "{what} 需要 {needs}，尚未安装"),
        ("pip install 'triptych[{name}]'", "请运行 pip install 'triptych[{name}]'"),
        ("What few need is not installed with Triptych.", "少数人才用得到的库不随 Triptych 安装。"),
    ),
    "cluster-unreachable": _entry(
        "error",
        ("no cluster answers at {address}: {reason}", "无法连接集群 {address}：{reason}"),
        (
            "start a scheduler and workers (docs/scaling.md), or use local:N",
            "请先启动调度器和工作进程（见 docs/scaling.md），或使用 local:N",
        ),
        (
            "The address is that of a Dask scheduler, which must have a worker.",
            "地址须为 Dask 调度器，且至少有一个工作进程。",
        ),
    ),
    "cluster-unseen": _entry(
        "error",
        ("workers of the cluster do not see {path}, or see another one", "集群的工作进程看不到 {path}，或内容不同"),
        ("put it on a disk that all workers see", "请将其放在所有工作进程都能访问的磁盘上"),
        (
            "Documents can be sent to workers; style files and folders of faces must be where they see them.",
            "文档可以传送给工作进程；样式文件和字体文件夹须放在其能访问的位置。",
        ),
    ),
    "cluster-version": _entry(
        "error",
        (
            "the worker {worker} has version {version}, and this is {ours}",
            "工作进程 {worker} 的版本为 {version}，本机为 {ours}",
        ),
        ("install the same version everywhere", "请在各处安装同一版本"),
        ("Other versions may print other bytes.", "不同版本的输出可能不同。"),
    ),
    "address-unknown": _entry(
        "error",
        ("{address} is no address that can be used: {reason}", "无法使用地址 {address}：{reason}"),
        (
            "name a path, or an address that fsspec knows, such as s3://bucket/folder",
            "请给出路径，或 fsspec 支持的地址，例如 s3://bucket/folder",
        ),
        ("The store that the address names is not known.", "地址所指的存储未知。"),
    ),
    "record-invalid": _entry(
        "error",
        ("{path}: record {number} cannot be read: {reason}", "{path}：无法读取第 {number} 条记录：{reason}"),
        ("check that the file is whole", "请确认文件完整"),
        (
            "A line of JSON Lines is a JSON object, a row of CSV has no more columns than the first one. All other records are converted, "
            "unless the file cannot be read on from there. Lines are counted in JSON Lines, records elsewhere.",
            "JSON Lines 每行为一个 JSON 对象，CSV 各行的列数不超过首行。其余记录照常转换（文件自此无法继续读取的除外）。"
            "JSON Lines 按行计数，其他格式按记录计数。",
        ),
    ),
    "record-text": _entry(
        "error",
        ("{path}: the field {field} holds no text", "{path}：字段 {field} 不是文字"),
        ("name the field of the text with --text-field", "请用 --text-field 指定正文字段"),
        (
            "The text of a record is a string (or a number); null, lists and objects are none.",
            "记录的正文须为字符串（或数字）；空值、列表、对象不是文字。",
        ),
    ),
    "member-special": _entry(
        "error",
        ("{path} is a link, a device or a file with holes", "{path} 是链接、设备或稀疏文件"),
        ("unpack the archive, or pack it with what the links lead to", "请先解压，或将链接所指的文件本身打包"),
        (
            "Files are read in an archive where they lie. What stands for another file, or for none, is not followed.",
            "压缩包中的文件就地读取；指向其他文件的链接等不予跟随。",
        ),
    ),
    "link-outside": _entry(
        "error",
        ("{path} is a link that leads out of the folder", "{path} 是指向文件夹之外的链接"),
        (
            "name the file itself, or allow the folder that it lies in with --root",
            "请直接指定该文件，或用 --root 允许其所在文件夹",
        ),
        (
            "A folder that comes from elsewhere may have links to any file of this machine. In a folder only links within it are followed.",
            "外来的文件夹可能含有指向本机任意文件的链接；文件夹中只跟随指向其内部的链接。",
        ),
    ),
    "input-special": _entry(
        "error",
        ("{path} is no regular file", "{path} 不是普通文件"),
        ("name it itself, if it is meant", "如确需读取，请直接指定"),
        (
            "Pipes and devices in a folder are not read: they may never end.",
            "文件夹中的管道、设备不予读取，因其可能没有结尾。",
        ),
    ),
    "nothing-found": _entry(
        "error",
        ("{path} holds nothing to convert", "{path} 中没有可转换的文件"),
        (
            "--include takes patterns of names; hidden files, and suffixes that no reader has, are left out",
            "可用 --include 指定文件名模式；隐藏文件和未知扩展名的文件均已略过",
        ),
        (
            "A folder, an archive or a file of records was named that stands for no document, which is most often a slip.",
            "所指的文件夹、压缩包或记录文件中没有任何文档，多半是笔误。",
        ),
    ),
    "record-field": _entry(
        "error",
        ("{path} has no field {field}; it has: {known}", "{path} 没有字段 {field}；现有：{known}"),
        ("name the field of the text with --text-field", "请用 --text-field 指定正文字段"),
        ("The text of a record stands in one of its fields.", "记录的正文位于其中一个字段。"),
    ),
    "output-clash": _entry(
        "error",
        ("both {first} and {second} would be written to {path}", "{first} 与 {second} 都将写入 {path}"),
        ("name another place for one of them with -O or -o", "请用 -O 或 -o 为其中之一指定其他位置"),
        ("Outputs are named after their inputs. Nothing was converted.", "输出文件按输入文件命名；未作任何转换。"),
    ),
    "output-clash-many": _entry(
        "error",
        ("both {first} and {second} would be written to {path}", "{first} 与 {second} 都将写入 {path}"),
        (
            "give the later ones numbers with --on-clash number, or leave one out with --exclude",
            "请用 --on-clash number 为后者加编号，或用 --exclude 排除其一",
        ),
        (
            "Outputs are named after their inputs, and some file systems do not tell A from a. Nothing was converted.",
            "输出文件按输入文件命名，且部分文件系统不区分大小写；未作任何转换。",
        ),
    ),
    "output-is-input": _entry(
        "error",
        ("{path} is the input itself", "{path} 就是输入文件"),
        ("name another place with -o or -O", "请用 -o 或 -O 指定其他位置"),
        ("An input is never overwritten.", "输入文件不会被覆盖。"),
    ),
    "output-folder": _entry(
        "error",
        ("{path} is a folder, and -o names a file", "{path} 是文件夹，而 -o 须指定文件"),
        ("use -O {path}", "请使用 -O {path}"),
        ("-o names one output file; -O names the folder of all outputs.", "-o 指定单个输出文件；-O 指定输出文件夹。"),
    ),
    # --- calling the command ---------------------------------------------------------------------------------------
    "usage": _entry(
        "error",
        ("{reason}", "写法有误：{reason}"),
        ("`{command} --help` shows what can be written", "`{command} --help` 列出可用写法"),
        ("The command was called in a way it does not know.", "命令的写法不正确。"),
    ),
    "argument-missing": _entry(
        "error",
        ("{name} is missing", "缺少 {name}"),
        ("`{command} --help` shows an example", "`{command} --help` 给出示例"),
        ("The command needs one more word to know what to do.", "命令缺少必要的参数。"),
    ),
    "option-unknown": _entry(
        "error",
        ("there is no option {option}", "没有选项 {option}"),
        ("`{command} --help` lists the options", "`{command} --help` 列出全部选项"),
        ("The option is misspelt, or belongs to another command.", "选项拼写有误，或属于其他命令。"),
    ),
    "option-value": _entry(
        "error",
        ("{option} has a value that it does not know", "{option} 的取值无效"),
        ("it can be: {known}", "可取值：{known}"),
        ("The option takes one of a few words.", "该选项只接受若干固定取值。"),
    ),
    "option-conflict": _entry(
        "error",
        ("{first} and {second} cannot be used together", "{first} 与 {second} 不能同时使用"),
        ("leave one of them out", "请去掉其中之一"),
        ("The two options ask for different things.", "两个选项的要求相互矛盾。"),
    ),
    "command-unknown": _entry(
        "error",
        ("there is no command {name}", "没有命令 {name}"),
        ("commands: {known}", "可用命令：{known}"),
        ("The word after `triptych` names what to do.", "`triptych` 之后须为命令名。"),
    ),
    "option-needs": _entry(
        "error",
        ("{option} goes with {needed}", "{option} 须与 {needed} 一起使用"),
        ("add {needed}", "请加上 {needed}"),
        (
            "An option says how another one is to be done, which was not asked for.",
            "该选项只说明另一选项如何执行，而后者未给出。",
        ),
    ),
    "single-input": _entry(
        "error",
        ("{option} is for one input, and {n} are given", "{option} 只用于单个输入，而输入有 {n} 个"),
        (
            "run it once for each file; `triptych convert -O DIR` takes many",
            "请逐个文件运行；`triptych convert -O DIR` 可处理多个文件",
        ),
        ("One file cannot hold the results of several inputs.", "一个文件不能容纳多个输入的结果。"),
    ),
    "single-format": _entry(
        "error",
        ("-o {path} is one file, and needs one format", "-o {path} 是单个文件，须指定一种格式"),
        (
            "end it with the format's suffix, name one format with -t, or give -O DIR",
            "请写明后缀，或用 -t 指定一种格式，或用 -O 指定文件夹",
        ),
        (
            "-o takes its format from -t or from its own suffix; with `-o -` there is no suffix.",
            "-o 的格式取自 -t 或文件后缀；`-o -` 没有后缀。",
        ),
    ),
    "root-folder": _entry(
        "error",
        ("there is no folder {path} for --root", "--root 所指的文件夹 {path} 不存在"),
        ("check the spelling", "请检查拼写"),
        (
            "--root names a folder whose pictures documents may show, besides their own.",
            "--root 指定除文档所在文件夹外允许引用图片的文件夹。",
        ),
    ),
    "font-folder": _entry(
        "error",
        ("there is no folder {path} with fonts", "没有字体文件夹 {path}"),
        ("check the spelling", "请检查拼写"),
        ("--font-dir names a folder whose fonts are tried first.", "--font-dir 指定优先使用的字体文件夹。"),
    ),
    "code-unknown": _entry(
        "error",
        ("there is no code {name}", "没有代码 {name}"),
        ("{near}`triptych explain` lists them all", "{near}`triptych explain` 列出全部代码"),
        ("Every message has a code, printed in brackets before it.", "每条信息前的方括号内为其代码。"),
    ),
    "internal-error": _entry(
        "error",
        ("this is a bug in Triptych: {reason}", "Triptych 内部错误：{reason}"),
        (
            "please report it with the traceback in {saved}",
            "请附上 {saved} 中的出错细节，向项目报告",
        ),
        (
            "The program met something it was not written for. Nothing was written.",
            "程序遇到未曾预料的情况，未写出文件。",
        ),
    ),
    # --- pictures --------------------------------------------------------------------------------------------------
    "image-remote": _entry(
        "warning",
        ("the picture {address} is on the network and was not fetched", "图片 {address} 位于网络，未下载"),
        (
            "save it beside the input and name that file; --allow-net fetches https",
            "请将图片存于输入文件旁，并改用该文件名；--allow-net 可下载 https 图片",
        ),
        (
            "Triptych opens no network connection without --allow-net, and then for https alone. The picture's description is "
            "printed in its place.",
            "未给出 --allow-net 时 Triptych 不联网，给出后也只下载 https 图片；该处改印图片的说明文字。",
        ),
    ),
    "image-unfetched": _entry(
        "warning",
        ("the picture {address} was not fetched: {reason}", "图片 {address} 未能下载：{reason}"),
        ("look at it in a browser; save it beside the input", "请用浏览器打开检查，并将图片存于输入文件旁"),
        (
            "With --allow-net pictures are fetched by https from machines of the public network, within limits of number, time and "
            "size (docs/security.md). The picture's description is printed in its place.",
            "给出 --allow-net 时，只以 https 从公网下载图片，次数、时间、大小均有上限（见 docs/security.md）；该处改印图片的说明文字。",
        ),
    ),
    "image-outside": _entry(
        "warning",
        (
            "the picture {address} is outside the input's folder and was not read",
            "图片 {address} 不在输入文件所在文件夹内，未读取",
        ),
        (
            "copy it into the input's folder, or allow its own: --root DIR",
            "请将图片复制到输入文件所在文件夹，或用 --root DIR 放行其所在文件夹",
        ),
        (
            "A document may only name files in its own folder, in its archive, or in folders that --root names, wherever links lead. "
            "The picture's description is printed in its place.",
            "文档只能引用其所在文件夹、所在压缩包或 --root 所指文件夹内的文件，符号链接以实际位置为准；该处改印图片的说明文字。",
        ),
    ),
    "image-missing": _entry(
        "warning",
        ("there is no picture {address}", "找不到图片 {address}"),
        ("check the name; it is looked for from the input's folder", "请检查文件名；查找从输入文件所在文件夹开始"),
        (
            "The file that the document names does not exist, or the address holds no data. For text from standard input "
            "there is no folder to look in. The picture's description is printed in its place.",
            "文档所引用的文件不存在，或地址中没有数据；标准输入没有可查找的文件夹。该处改印图片的说明文字。",
        ),
    ),
    "image-large": _entry(
        "warning",
        (
            "the picture {address} goes beyond a limit and was left out: {name} is {limit}, and here it is {found}",
            "图片 {address} 超出上限，未采用：{name} 为 {limit}，此处为 {found}",
        ),
        (
            "make it smaller, or raise the limit with --limit {name}=N",
            "请缩小图片，或用 --limit {name}=N 提高上限",
        ),
        (
            "The picture's description is printed in its place. docs/security.md lists the limits.",
            "该处改印图片的说明文字。各项上限见 docs/security.md。",
        ),
    ),
    "html-boilerplate": _entry(
        "info",
        (
            "what stands around the article was left out, some {characters} characters: {navigation} parts of navigation, "
            "{share} share bars, {related} of related links, {comment} of comments, {footer} footers, {aside} asides, "
            "{bylines} bylines",
            "省略正文以外约 {characters} 个字符：导航 {navigation} 处、分享栏 {share} 处、相关链接 {related} 处、评论 {comment} 处、"
            "页脚 {footer} 处、边栏 {aside} 处、来源信息行 {bylines} 处",
        ),
        ("keep it with --main off", "如需保留，请使用 --main off"),
        (
            "The input is a page of a site. Its article is the part whose lines say most for being prose; parts that an "
            "element, a role or a name calls furniture, and lists of links to elsewhere, are no part of it. What bylines "
            "say is in the metadata.",
            "输入为网站页面。正文取文句最集中的部分；由元素、角色或名称标明的导航等部分以及外部链接列表不属正文。来源信息行的内容记入元数据。",
        ),
    ),
    "mhtml-empty": _entry(
        "error",
        ("the web archive holds no page", "网页存档中没有网页"),
        ("save the page again, as HTML", "请将网页重新保存为 HTML"),
        (
            "An MHTML file is a message whose parts are a page and its pictures; none of these is a page.",
            "MHTML 文件由网页及其图片等部分组成，此文件中没有网页部分。",
        ),
    ),
    "html-charset": _entry(
        "info",
        (
            "the page says that it is in {named}, but it is in {encoding}, and read as that",
            "网页声明的编码为 {named}，实际为 {encoding}，按后者读取",
        ),
        ("", ""),
        (
            "Pages that are saved again keep the name of the encoding they were in. What the bytes show counts.",
            "网页另存后常保留原编码声明；以字节实际表明的编码为准。",
        ),
    ),
    "html-bytes": _entry(
        "warning",
        (
            "{n} characters cannot be read in {encoding}, the encoding that the page names; � stands for each",
            "有 {n} 个字符无法按网页声明的 {encoding} 编码读取，以 � 代替",
        ),
        ("save the page again, or correct the encoding that it names", "请重新保存网页，或更正其声明的编码"),
        (
            "Browsers show a page even where bytes are broken; so do we, but the words at that place are lost.",
            "浏览器遇损坏字节仍会显示网页，本程序亦然，但该处文字已丢失。",
        ),
    ),
    "html-hidden": _entry(
        "info",
        ("{n} characters that the page hides were left out", "省略网页隐藏的 {n} 个字符"),
        (
            "what a script would show is not shown: copy it into the page if it is wanted",
            "需由脚本显示的内容不会显示；如需保留，请将其写入网页正文",
        ),
        (
            "Elements with the attribute hidden or the style display: none are not part of what a reader of the page sees.",
            "带 hidden 属性或 display: none 样式的元素，读者在网页上看不到。",
        ),
    ),
    "html-ornament": _entry(
        "info",
        ("{n} pictures that show nothing were left out", "省略 {n} 个无内容的图形"),
        ("", ""),
        (
            "Pictures of one or two pixels count visits; drawings without words are icons of the page.",
            "一两个像素的图片用于统计访问量；不含文字的矢量图形是网页图标。",
        ),
    ),
    "html-layout-table": _entry(
        "info",
        ("{n} tables that only lay out the page were taken apart", "拆除 {n} 个仅用于排版的表格"),
        (
            "give a table of data header cells (th) or a border, then it stays a table",
            "如为数据表格，请加表头单元格（th）或边框，即可保留为表格",
        ),
        (
            "A table of one row or column, or with headings, tables or long texts in its cells, and without header cells, "
            "caption and borders, places parts of the page; its cells become ordinary text.",
            "仅一行或一列，或单元格内含标题、表格、长文，且无表头、题注和边框的表格，用于网页排版；其单元格转为普通文字。",
        ),
    ),
    "html-indent": _entry(
        "info",
        ("the white space that indents {n} paragraphs by hand was left out", "省略 {n} 个段落开头手工输入的缩进空格"),
        ("", ""),
        (
            "The style indents paragraphs; spaces typed for it would add to that.",
            "段落缩进由样式决定，手工输入的空格会使其加倍。",
        ),
    ),
    "html-embedded": _entry(
        "warning",
        (
            "a part of the page that cannot be printed was left out ({kind} {address})",
            "省略网页中无法印出的部分（{kind} {address}）",
        ),
        ("name in the text what it shows, if that matters", "如有必要，请在文中说明其内容"),
        (
            "Films, sounds and frames with other pages have no place in a printed document.",
            "视频、音频和嵌入的其他网页无法印在纸上。",
        ),
    ),
    "nesting-flattened": _entry(
        "warning",
        (
            "nested more than {depth} levels deep; what is deeper was made plain paragraphs",
            "嵌套超过 {depth} 层，更深的内容改为普通段落",
        ),
        ("", ""),
        (
            "No word is lost, but lists, quotes, tables and emphasis beyond that depth are not told apart.",
            "文字没有丢失，但更深处的列表、引文、表格和强调不再区分。",
        ),
    ),
    "number-bounded": _entry(
        "warning",
        ("{name} {value} has no meaning; {bound} stands in its place", "{name} 的值 {value} 没有意义，改用 {bound}"),
        ("", ""),
        (
            "Headings have levels from 1 to 9, cells span from 1 to 1,000 columns, pictures are at most 14,400 pt wide.",
            "标题级别为 1 至 9，单元格最多跨 1000 列，图片最宽 14400 磅。",
        ),
    ),
    # --- Markdown as input ---------------------------------------------------------------------------------------
    "front-matter-invalid": _entry(
        "warning",
        (
            "the metadata before the text cannot be understood and is kept as text: {reason}",
            "正文前的元数据无法解析，按正文保留：{reason}",
        ),
        ("put values that hold a colon or begin with a mark in quotes", "值中含有冒号或以符号开头时，请加引号"),
        (
            "Metadata stands in YAML between lines of --- or in TOML between lines of +++, at the very beginning.",
            "元数据置于文件开头：两行 --- 之间用 YAML，两行 +++ 之间用 TOML。",
        ),
    ),
    "markdown-attribute": _entry(
        "info",
        ("the attribute {attribute} says nothing that can be printed", "属性 {attribute} 没有可以打印的含义"),
        ("", ""),
        (
            "Attributes in braces give names, roles, languages and sizes; others are left out.",
            "花括号中的属性可以指定标识、角色、语言和尺寸，其余属性略去。",
        ),
    ),
    "markdown-cell-excess": _entry(
        "warning",
        ("a row has more cells than the table's header; left out: {text}", "该行单元格多于表头，略去：{text}"),
        ("give the header as many cells; write a | within a cell as \\|", "请补足表头单元格；单元格中的 | 请写作 \\|"),
        (
            "Tables of GFM have as many columns as their header. What a row has more is ignored.",
            "GFM 表格的列数以表头为准，多出的单元格被忽略。",
        ),
    ),
    "markdown-comments": _entry(
        "info",
        ("left out {n} comments", "略去注释 {n} 处"),
        ("", ""),
        (
            "Comments of HTML (<!-- … -->) are for writers, not for readers.",
            "HTML 注释（<!-- … -->）供作者备忘，不予打印。",
        ),
    ),
    "markdown-definition-unused": _entry(
        "warning",
        (
            "took a line for the address of a link, which no link uses: {text}",
            "该行被视为链接定义，但没有链接使用：{text}",
        ),
        ("put a \\ before the [ if it is to be printed", "如需打印，请在 [ 前加 \\"),
        (
            "A line [label]: address says where links lead and is not printed itself.",
            "形如“[标签]: 地址”的行只说明链接的去向，本身不打印。",
        ),
    ),
    "markdown-heading-space": _entry(
        "info",
        ("a heading without a space behind its # signs was taken for one", "标题的 # 号后缺少空格，仍按标题处理"),
        ("put a space between the signs and the words", "请在 # 号与文字之间加一个空格"),
        (
            "CommonMark asks for the space; before Han characters it is often forgotten.",
            "CommonMark 要求有空格；汉字前常被漏掉。",
        ),
    ),
    "markdown-lines": _entry(
        "info",
        (
            "kept {n} line ends before numbers of a list or labels within a paragraph",
            "保留段内编号、标签前的换行 {n} 处",
        ),
        ("", ""),
        (
            "Markdown joins the lines of a paragraph. Lines that begin with （1）, 一、 or 来源： and follow a sentence's end stay lines.",
            "Markdown 会将段内各行连成一行；句末之后以（1）、一、来源：等开头的行仍单独成行。",
        ),
    ),
    "markdown-note-again": _entry(
        "warning",
        ("there are two notes [^{label}]; the second stays where it is", "脚注 [^{label}] 重复定义，第二处按正文保留"),
        ("give one of them another name", "请为其中之一改名"),
        ("Marks refer to the first note of their name.", "标记引用的是同名脚注中的第一处。"),
    ),
    "markdown-note-circular": _entry(
        "warning",
        (
            "the note [^{label}] refers to itself; that mark was left as it is",
            "脚注 [^{label}] 引用了自身，该标记按原样保留",
        ),
        ("", ""),
        ("A note stands where its mark is, which cannot be within itself.", "脚注置于其标记处，不能置于自身之内。"),
    ),
    "markdown-note-unused": _entry(
        "warning",
        (
            "nothing refers to the note [^{label}]; it stands at the end of the text",
            "脚注 [^{label}] 未被引用，置于文末",
        ),
        ("refer to it, or delete it", "请在正文中引用，或将其删除"),
        ("A note is printed where its mark is. This one has none.", "脚注应置于其标记处，而该脚注没有标记。"),
    ),
    # --- DOCX as input ---------------------------------------------------------------------------------------------
    "input-suffix": _entry(
        "info",
        (
            "the file is not what its suffix {suffix} says: it is read as {format}",
            "文件内容与扩展名 {suffix} 不符，按 {format} 读取",
        ),
        ("", ""),
        (
            "Web sites and mail programs often name files wrongly, above all .doc. What stands in a file counts.",
            "网站和邮件程序常给文件误加扩展名，.doc 尤甚；以文件内容为准。",
        ),
    ),
    "office-missing": _entry(
        "error",
        (
            "{suffix} files are read with the help of LibreOffice, which is not installed",
            "读取 {suffix} 文件须借助 LibreOffice，但尚未安装",
        ),
        (
            "install LibreOffice (www.libreoffice.org), or save the file as .docx in Word or WPS",
            "请安装 LibreOffice（www.libreoffice.org），或在 Word、WPS 中另存为 .docx",
        ),
        (
            "Older formats are first made DOCX by LibreOffice. It is looked for on the path and where it is usually "
            "installed; TRIPTYCH_OFFICE can name its program.",
            "旧格式须先由 LibreOffice 转为 DOCX；程序在 PATH 和常见安装位置查找，也可用 TRIPTYCH_OFFICE 指明其路径。",
        ),
    ),
    "office-failed": _entry(
        "error",
        ("LibreOffice cannot convert the file: {reason}", "LibreOffice 无法转换该文件：{reason}"),
        (
            "open it in Word or WPS, take off any password, and save it as .docx",
            "请在 Word 或 WPS 中打开，取消密码（如有），另存为 .docx",
        ),
        (
            "LibreOffice ended without a result: the file may be damaged or protected by a password.",
            "LibreOffice 未生成结果，文件可能已损坏或设有密码。",
        ),
    ),
    "office-slow": _entry(
        "error",
        ("LibreOffice took longer than {seconds} seconds and was ended", "LibreOffice 用时超过 {seconds} 秒，已中止"),
        ("save the file as .docx in Word or WPS", "请在 Word 或 WPS 中另存为 .docx"),
        (
            "The file may be very large, damaged, or wait for a password.",
            "文件可能过大、已损坏，或在等待输入密码。",
        ),
    ),
    "office-kind": _entry(
        "error",
        ("the file is no text document: it is {kind}", "该文件不是文字文档，而是 {kind}"),
        ("say what it is with --from, or get the text document", "请用 --from 指明格式，或提供文字文档"),
        (
            "Its suffix is that of a text document, but what stands in it is something else.",
            "扩展名表示文字文档，但内容并非如此。",
        ),
    ),
    "office-converted": _entry(
        "info",
        (
            "read by way of LibreOffice, which made a DOCX of this {kind} file",
            "此 {kind} 文件经 LibreOffice 转为 DOCX 后读取",
        ),
        ("", ""),
        (
            "Places that are named in messages are those of that DOCX. Layout may differ in details.",
            "提示信息中的位置指该 DOCX 中的位置；版式细节可能略有出入。",
        ),
    ),
    "docx-encrypted": _entry(
        "error",
        ("the document is protected by a password", "文档有密码保护"),
        ("open it in Word, take the password off, and save it again", "请在 Word 中取消密码后重新保存"),
        ("Without the password nothing can be read.", "没有密码无法读取任何内容。"),
    ),
    "docx-old-format": _entry(
        "error",
        ("this is a document of Word 97–2003, whatever its name says", "这是 Word 97–2003 文档，与扩展名不符"),
        ("name it .doc, or save it as .docx", "请将扩展名改为 .doc，或另存为 .docx"),
        ("The file is in the older binary format.", "文件采用旧的二进制格式。"),
    ),
    "docx-not-package": _entry(
        "error",
        ("this is no Word document: {reason}", "不是 Word 文档：{reason}"),
        ("say what it is with --from", "请用 --from 指明格式"),
        ("A .docx file is a zip file; this one is something else.", ".docx 应为 zip 文件，此文件不是。"),
    ),
    "docx-broken": _entry(
        "error",
        ("the file is damaged: {reason}", "文件已损坏：{reason}"),
        ("get it again, or let Word repair it", "请重新获取，或用 Word 修复"),
        (
            "The zip file is cut off or damaged; what is left cannot be trusted.",
            "zip 文件不完整或已损坏，剩余内容不可信。",
        ),
    ),
    "docx-no-document": _entry(
        "error",
        ("the file holds no Word document", "文件中没有 Word 正文"),
        ("check that it is not a spreadsheet or slides", "请确认它不是表格或演示文稿"),
        ("The package names no main document part.", "文件包未指明正文部件。"),
    ),
    "docx-document-broken": _entry(
        "error",
        ("the text of the document ({part}) is damaged: {reason}", "正文部件 {part} 已损坏：{reason}"),
        ("let Word repair it, and save it again", "请用 Word 修复后重新保存"),
        (
            "Its XML is not well-formed, has a document type, or fails its checksum.",
            "其 XML 格式不正确、含文档类型声明或校验不符。",
        ),
    ),
    "archive-double": _entry(
        "warning",
        ("the archive holds {name} more than once; the last was taken", "压缩包中有多个 {name}，采用最后一个"),
        ("make the archive anew if that is not the right one", "如非所需，请重新制作压缩包"),
        (
            "Programs differ in which of several files of one name they take, so that they show different documents.",
            "同名文件有多个时，不同程序可能采用不同的一个，显示的内容因而不同。",
        ),
    ),
    "docx-part-broken": _entry(
        "warning",
        ("{part} is damaged and was left out: {reason}", "部件 {part} 已损坏，未予读取：{reason}"),
        ("let Word repair the file", "请用 Word 修复文件"),
        (
            "The text is read without it: styles, numbers or notes may be missing.",
            "正文照常读取，但样式、编号或脚注可能缺失。",
        ),
    ),
    "docx-fake-heading": _entry(
        "info",
        ("took for a heading of level {level}, by its {by}: {text}", "据 {by} 识别为 {level} 级标题：{text}"),
        ("use heading styles to say so yourself", "请使用标题样式明确指定"),
        (
            "No style calls the paragraph a heading, but its outline level, its number or its look does.",
            "该段未用标题样式，但大纲级别（outline）、编号（number）或外观（look）表明它是标题。",
        ),
    ),
    "docx-levels-raised": _entry(
        "info",
        (
            "headings begin at level {level}, below the title; they were moved up",
            "标题之下从 {level} 级标题开始，已逐级上移",
        ),
        ("use heading 1 for the highest headings", "最高一级标题请使用“标题 1”样式"),
        (
            "Who sets the title as the only heading of level 1 begins the text with level 2; official documents count "
            "their headings without the title.",
            "以“标题 1”排题名者，正文即从 2 级标题开始；公文的标题层次不含题名。",
        ),
    ),
    "docx-role-guessed": _entry(
        "info",
        ("took for the {role}, by its look: {text}", "据外观识别为 {role}：{text}"),
        ("use a style of that name", "请使用相应名称的样式"),
        (
            "A centred line at the beginning that is larger than everything else is the title; a red one names the issuer.",
            "开头居中且字号最大的行视为标题；红色大字视为发文机关标志。",
        ),
    ),
    "docx-changes": _entry(
        "info",
        (
            "tracked changes were {changes}: {added} insertions, {removed} deletions",
            "修订已处理（{changes}）：插入 {added} 处，删除 {removed} 处",
        ),
        ("choose with --changes accept|reject", "可用 --changes accept|reject 选择"),
        ("The document holds changes that nobody has decided on.", "文档含有未处理的修订。"),
    ),
    "docx-comment": _entry(
        "info",
        ("a comment by {author} was left out: {text}", "未收入 {author} 的批注：{text}"),
        ("", ""),
        ("Comments are talk about the text, not part of it.", "批注是对正文的讨论，不属正文。"),
    ),
    "docx-hidden": _entry(
        "info",
        ("hidden text was left out: {text}", "未收入隐藏文字：{text}"),
        ("make it visible in Word if it belongs to the text", "如属正文，请在 Word 中取消隐藏"),
        ("Word neither shows nor prints it.", "Word 不显示也不打印该文字。"),
    ),
    "docx-toc": _entry(
        "info",
        ("a table of contents of {entries} entries is made anew", "目录（{entries} 条）将重新生成"),
        ("", ""),
        (
            "The entries that the file stores, with their page numbers, are those of its last layout.",
            "文件中存储的目录条目及页码属于上一次排版。",
        ),
    ),
    "docx-header-dropped": _entry(
        "info",
        ("a {place} was left out: {text}", "未收入页眉页脚（{place}）：{text}"),
        ("", ""),
        (
            "Pages get the style's own headers and footers. Issuer and document number go to the metadata.",
            "页眉页脚由样式决定；其中的发文机关和发文字号收入元数据。",
        ),
    ),
    "docx-object-dropped": _entry(
        "warning",
        ("an embedded object ({kind}) cannot be read: {text}", "无法读取嵌入对象（{kind}）：{text}"),
        ("put a picture in its place", "请改用图片"),
        (
            "Charts, diagrams, spreadsheets and other documents inside this one have no form in the model. A picture "
            "that shows them is kept.",
            "图表、示意图、工作表等嵌入对象无法表示；如附有图片则保留图片。",
        ),
    ),
    "docx-symbol-unknown": _entry(
        "warning",
        (
            "the character {point} of the symbol font {font} has no known equivalent",
            "符号字体 {font} 的字符 {point} 无对应字符",
        ),
        ("replace it by an ordinary character", "请改用普通字符"),
        (
            "Symbol fonts draw pictures for codes that mean nothing elsewhere.",
            "符号字体以图形表示的编码在别处没有含义。",
        ),
    ),
    "docx-image-cropped": _entry(
        "info",
        ("the picture {name} is shown whole: Word shows a part of it", "图片 {name} 将完整显示：Word 只显示其中一部分"),
        ("crop the picture itself (compress pictures, delete cropped areas)", "请在 Word 中压缩图片并删除剪裁区域"),
        ("The file holds the whole picture and the edges to hide.", "文件存有整幅图片及需隐藏的边缘。"),
    ),
    "docx-indent-spaces": _entry(
        "info",
        ("spaces or tabs that indented a paragraph were taken off", "已去除段首用于缩进的空格或制表符"),
        ("", ""),
        ("The style indents paragraphs itself.", "段落缩进由样式决定。"),
    ),
    "docx-list-mark": _entry(
        "info",
        ("list numbers like {number} are printed in the style's form", "列表编号 {number} 将按样式的形式印出"),
        ("", ""),
        (
            "The model keeps what a list counts with, not the marks around the number.",
            "模型只保存编号种类，不保存编号两侧的标点。",
        ),
    ),
    "docx-note-missing": _entry(
        "warning",
        ("there is no note {number}", "找不到注释 {number}"),
        ("", ""),
        (
            "The text refers to a note that the file does not hold, or that refers to itself.",
            "正文引用的注释不存在，或引用其自身。",
        ),
    ),
    # --- metadata --------------------------------------------------------------------------------------------------
    "meta-syntax": _entry(
        "error",
        ("cannot understand the metadata {entry}", "无法理解元数据 {entry}"),
        ("write it as key=value, for example issuer=XX省应急管理厅", "写作 键=值，例如 发文机关=XX省应急管理厅"),
        ("`--meta` takes a name and a value with = between them.", "--meta 须写作名称、等号、值。"),
    ),
    "meta-file-invalid": _entry(
        "error",
        ("cannot understand the metadata in {path}: {reason}", "无法理解 {path} 中的元数据：{reason}"),
        ("see docs/metadata.md for its forms", "写法见 docs/metadata.md"),
        (
            "`--meta-file` takes names with values in JSON, TOML or YAML; for several documents also rows of a CSV table, with a column for the file.",
            "--meta-file 须为 JSON、TOML 或 YAML 的名称和值；多个文档可用 CSV 表格，其中一列为文件名。",
        ),
    ),
    "meta-file-row": _entry(
        "warning",
        ("{path} says nothing of {name}", "{path} 中没有 {name} 的元数据"),
        (
            "name it in the column file, as it is given or without its folder",
            "在“文件”列写出文件名，可省去文件夹",
        ),
        (
            "The file of metadata is for several documents, and none of its rows is this one's.",
            "元数据文件用于多个文档，但没有本文档的一行。",
        ),
    ),
    "meta-file-unreadable": _entry(
        "error",
        ("cannot read the metadata in {path}: {reason}", "无法读取元数据文件 {path}：{reason}"),
        (
            "check the name given to --meta-file; the file is best in UTF-8",
            "请检查 --meta-file 的文件名；文件宜用 UTF-8 编码",
        ),
        ("The file that `--meta-file` names cannot be opened.", "--meta-file 指定的文件无法打开。"),
    ),
    "meta-form": _entry(
        "info",
        ("{key} is now {after}; it was {before}", "{key}规范为“{after}”，原为“{before}”"),
        ("", ""),
        (
            "A value of the metadata in another form of the same is brought into the standard's: 〔2025〕12号, 6月 without a leading zero, six digits for a copy (GB/T 9704 cl. 7.2.1, 7.2.5, 7.3.5.4).",
            "元数据中写法不同、含义相同的值按标准规范：年份用六角括号，月、日不编虚位，份号为六位数字（GB/T 9704 第 7.2.1、7.2.5、7.3.5.4 条）。",
        ),
    ),
    "meta-value": _entry(
        "warning",
        ("{key} cannot be {value}", "{key}不能为“{value}”"),
        ("for example {known}", "例如 {known}"),
        (
            "A value of the metadata is not of the kind that the element has: 密级 is 绝密, 机密 or 秘密, 紧急程度 is 特急 or 加急 (of telegrams 特提, 特急, 加急, 平急), dates and numbers are as in GB/T 9704. It is kept as it is; a wrong word for what stands with the signature is not.",
            "元数据的值不合要素规定：密级为绝密、机密、秘密，紧急程度为特急、加急（电报为特提、特急、加急、平急），日期、文号见 GB/T 9704。该值按原样保留；用印的值无法识别时不予采用。",
        ),
    ),
    "meta-near": _entry(
        "warning",
        ("{key} is kept as an extra property; did you mean {near}?", "{key} 作为附加属性保留，是否为 {near}？"),
        ("write {near}={value} if so", "如是，请写作 {near}={value}"),
        (
            "A name that is no field of an official document is kept, but prints nowhere. This one looks misspelt.",
            "不属公文要素的名称只作保留，不予印出；此名称疑似拼写有误。",
        ),
    ),
    "title-replaced": _entry(
        "info",
        ("the title is now {title}; it was {before}", "标题改为“{title}”，原为“{before}”"),
        ("", ""),
        ("The title given with --meta takes the place of the document's own.", "--meta 指定的标题取代文档原有标题。"),
    ),
    # --- styles --------------------------------------------------------------------------------------------------
    "style-not-found": _entry(
        "error",
        ("there is no style {style}", "没有名为 {style} 的样式"),
        ("known styles: {known}; or give the path of a .toml file", "可用样式：{known}；也可给出 .toml 文件路径"),
        (
            "A style is named by a file in `styles/` or by a path that ends in .toml.",
            "样式由 styles/ 中的文件名或 .toml 路径指定。",
        ),
    ),
    "style-syntax": _entry(
        "error",
        ("{style} is not valid TOML: {reason}", "{style} 不是有效的 TOML：{reason}"),
        ("mend the line that is named", "请修正所指的行"),
        ("A style file is TOML in UTF-8.", "样式文件须为 UTF-8 编码的 TOML。"),
    ),
    "style-value": _entry(
        "error",
        ("{style}: {key}: {reason}", "{style}：{key}：{reason}"),
        ("see docs/styles.md for the keys and their units", "键名与单位见 docs/styles.md"),
        ("A key of a style is unknown, or its value has the wrong kind.", "样式中的键未知，或值的类型不对。"),
    ),
    "style-missing": _entry(
        "error",
        ("{style}: {key} is missing", "{style}：缺少 {key}"),
        (
            'add it, or extend a style that has it (extends = "gbt9704")',
            '请补上，或继承含有它的样式（extends = "gbt9704"）',
        ),
        ("A style must be complete once its parents are merged.", "合并上级样式后，样式必须完整。"),
    ),
    "style-extends": _entry(
        "error",
        ("{style} extends {parent}, and the chain does not end", "{style} 继承 {parent}，继承链没有终点"),
        (
            "mend `extends`: a style cannot extend itself, nor one that extends it",
            "请修改 extends：样式不能直接或间接继承自身",
        ),
        ("Styles extend each other in a circle, or more than eight deep.", "样式循环继承，或继承超过八层。"),
    ),
    "setting-syntax": _entry(
        "error",
        ("cannot understand the setting {setting}", "无法理解设置 {setting}"),
        ("write it as key=value, for example roles.body.size_pt=15", "写作 键=值，例如 roles.body.size_pt=15"),
        ("`--set` takes the path of a style key and a TOML value.", "--set 接受样式键路径与 TOML 值。"),
    ),
    # --- fonts ---------------------------------------------------------------------------------------------------
    "font-none": _entry(
        "error",
        ("no face for the font role {role} is installed: {names}", "字体角色 {role} 没有可用字体：{names}"),
        ("install one of them, or use --fonts bundled", "请安装其中之一，或使用 --fonts bundled"),
        ("None of the faces that the style names for this role was found.", "样式为该角色列出的字体均未找到。"),
    ),
    "font-substituted": _entry(
        "info",
        ("{used} stands in for {wanted}", "以 {used} 代替 {wanted}"),
        ("install {wanted} to have the official face", "安装 {wanted} 即可使用规定字体"),
        (
            "The official face is not installed, so the PDF and the EPUB are set in the nearest one.",
            "未安装规定字体，PDF 与 EPUB 改用最接近的字体。",
        ),
    ),
    "font-missing-glyph": _entry(
        "warning",
        (
            "no face has U+{point} {char}: a box with that number is printed in its place",
            "没有字体含有 U+{point} {char}，以注明该编码的方框代替",
        ),
        ("install a font that has the character", "请安装含有该字符的字体"),
        (
            "The character is kept in the text (it can be copied and is read out), but cannot be drawn.",
            "文字中保留该字符（可复制、可朗读），但无法显示字形。",
        ),
    ),
    "font-not-embeddable": _entry(
        "error",
        ("the licence of the face {name} forbids embedding", "字体 {name} 的许可不允许嵌入"),
        ("use another face, or --fonts bundled", "请改用其他字体，或使用 --fonts bundled"),
        (
            "Archives demand that a PDF carries its fonts; the font file's own flags (OS/2 fsType) forbid that.",
            "归档要求 PDF 内嵌字体，而该字体文件的标志（OS/2 fsType）禁止嵌入。",
        ),
    ),
    "font-not-embedded": _entry(
        "warning",
        (
            "the licence of the face {name} forbids embedding: the EPUB names it without carrying it",
            "字体 {name} 的许可不允许嵌入，EPUB 仅写明名称",
        ),
        ("use another face, or --fonts bundled", "请改用其他字体，或使用 --fonts bundled"),
        (
            "Where the face is not installed, the reading system takes another one.",
            "阅读设备未安装该字体时，将以其他字体显示。",
        ),
    ),
    # --- characters ----------------------------------------------------------------------------------------------
    "character-illegal": _entry(
        "warning",
        ("dropped the control character U+{point}", "删除控制字符 U+{point}"),
        ("", ""),
        (
            "Control characters (such as bell or escape) have no shape and no meaning in a text, and most of them cannot be "
            "written in DOCX and EPUB.",
            "控制字符（如响铃、转义）在文字中没有字形，也没有含义，多数不能写入 DOCX 与 EPUB。",
        ),
    ),
    "character-replaced": _entry(
        "warning",
        ("U+{point} is no character; U+FFFD stands in its place", "U+{point} 不是字符，以 U+FFFD 代替"),
        ("look up in the original what stands there", "请对照原件核实该处文字"),
        (
            "Halves of surrogate pairs and the noncharacters of Unicode stand for nothing; files that have them were damaged by a "
            "program. No output can hold them.",
            "代理对的一半与 Unicode 的非字符不表示任何文字，含有它们的文件曾被程序损坏；各输出格式均不能容纳。",
        ),
    ),
    "character-break": _entry(
        "info",
        ("U+{point}, which ends a line, became a line break", "行结束符 U+{point} 改为换行"),
        ("", ""),
        (
            "Vertical tab, form feed, NEL and the line and paragraph separators end lines in some programs. In names, links and "
            "metadata, which have one line, a space stands in their place.",
            "垂直制表符、换页符、NEL 与行、段分隔符在某些程序中表示行的结束；名称、链接与元数据只有一行，以空格代替。",
        ),
    ),
    "character-hidden": _entry(
        "warning",
        (
            "dropped {n} tag characters, which nobody sees: they spell “{text}”",
            "删除不可见的标签字符 {n} 个，其内容为“{text}”",
        ),
        ("ask the author, if you expected nothing hidden", "如非有意隐藏，请向作者核实"),
        (
            "Tag characters (U+E0000 to U+E007F) copy ASCII without being drawn: programs read words that no person sees. "
            "Only the flags of regions among the emoji need them, and keep them.",
            "标签字符（U+E0000 至 U+E007F）与 ASCII 对应而不显示，程序可读而人不可见；仅地区旗帜表情需要，予以保留。",
        ),
    ),
    "bidi-control": _entry(
        "warning",
        (
            "dropped the direction control U+{point} ({name}), with which the text would be shown otherwise than it is written",
            "删除方向控制符 U+{point}（{name}），以免显示次序与文字次序不符",
        ),
        ("look at this place: it may have been meant to deceive", "请核对该处，可能有意误导"),
        (
            "An override shows characters in another order than they are written, read aloud and copied in; an embedding or isolate that "
            "nothing closes in its paragraph goes on into what is set after it. Both hide one text behind another "
            "(https://trojansource.codes). Right-to-left scripts need neither; balanced embeddings and isolates stay.",
            "强制方向符使显示次序与书写、朗读、复制的次序不同；段内未闭合的嵌入或隔离会影响其后的文字。两者均可用以掩盖真实文字"
            "（https://trojansource.codes）。从右到左的文字并不需要它们；成对的嵌入与隔离予以保留。",
        ),
    ),
    "language-invalid": _entry(
        "warning",
        ("{lang} is no language tag; left it out", "{lang} 不是语言标签，已略去"),
        ("write for example zh-Hans or en", "请写作 zh-Hans、en 等"),
        (
            "Languages are named by BCP 47 tags. Screen readers choose a voice and programs a face by them; PDF, DOCX and EPUB "
            "are invalid with any other word. Where none is left, the style's language holds.",
            "语言以 BCP 47 标签表示，读屏软件据此选择语音，程序据此选择字体；使用其他写法的 PDF、DOCX、EPUB 不合标准。略去后以样式的语言为准。",
        ),
    ),
    "invisible-undrawn": _entry(
        "info",
        ("the pages leave out characters that are never drawn", "版面略去不显示的字符"),
        ("", ""),
        (
            "Zero-width joiners, variation selectors and direction marks have no ink. DOCX and EPUB keep them; the text that "
            "is copied from a PDF lacks them.",
            "零宽连接符、变体选择符与方向标记没有字形；DOCX 与 EPUB 保留，而从 PDF 复制的文字中没有。",
        ),
    ),
    # --- lists ---------------------------------------------------------------------------------------------------
    "docx-list-number": _entry(
        "warning",
        ("Word writes the list number {number} in another form", "Word 将以其他形式显示列表编号 {number}"),
        ("use decimal numbers for long lists", "较长的列表请使用阿拉伯数字编号"),
        (
            "Word counts letters a … z, aa, bb, has circles up to ⑳ and no letters below 1; PDF and EPUB go on with ab and ㉑, and print digits.",
            "Word 的字母编号在 z 之后为 aa、bb，带圈数字至 ⑳ 为止，小于 1 时没有字母；PDF 与 EPUB 则继续为 ab 与 ㉑，并在小于 1 时用数字。",
        ),
    ),
    # --- links ---------------------------------------------------------------------------------------------------
    "link-empty": _entry(
        "warning",
        ("a link without words was left out: {target}", "没有文字的链接已略去：{target}"),
        ("give it words, or its picture a description", "请为链接补上文字，或为其中的图片补上说明"),
        ("There is nothing to print or to click on.", "没有可排印或点击的内容。"),
    ),
    "link-dropped": _entry(
        "warning",
        ("a link leads nowhere and became plain text: {target}", "链接无效，已改为普通文字：{target}"),
        ("link to http, https, mailto or to a place in the document", "请链接到 http、https、mailto 或文内位置"),
        (
            "Files handed out keep links to the web, to mail addresses and within the document; other schemes may run programs or name files of one machine.",
            "成品文件只保留网页、邮箱和文内链接；其他协议可能运行程序或指向某台机器的文件。",
        ),
    ),
    # --- formats and settings ------------------------------------------------------------------------------------
    "format-unknown": _entry(
        "error",
        ("there is no format {format}", "没有名为 {format} 的格式"),
        ("known formats: {known}", "可用格式：{known}"),
        ("`triptych formats` lists what can be read and written.", "`triptych formats` 列出可读写的格式。"),
    ),
    "format-unrecognised": _entry(
        "error",
        ("cannot tell the format of {path} from its name", "无法从文件名判断 {path} 的格式"),
        ("name it with -f; known formats: {known}", "请用 -f 指明；可用格式：{known}"),
        ("The input's suffix is not that of a format that can be read.", "输入文件的后缀不属于任何可读格式。"),
    ),
    "epoch-invalid": _entry(
        "error",
        ("SOURCE_DATE_EPOCH is not a number of seconds: {value}", "SOURCE_DATE_EPOCH 不是秒数：{value}"),
        ("unset it, or give whole seconds since 1970-01-01", "请取消该变量，或给出自 1970-01-01 起的整数秒"),
        ("The variable sets every date in the outputs.", "该变量决定输出中的所有日期。"),
    ),
    # --- passes --------------------------------------------------------------------------------------------------
    "title-missing": _entry(
        "warning",
        ("the document has no title; {name} stands in its properties", "文档没有标题，属性中以 {name} 代替"),
        ("give it one with --meta title=…", "请用 --meta title=… 给出标题"),
        (
            "PDF/UA and EPUB demand a title in the file's properties. Nothing is added to the pages.",
            "PDF/UA 与 EPUB 要求文件属性中有标题；正文不会添加任何内容。",
        ),
    ),
    "head-differs": _entry(
        "warning",
        (
            "the metadata gives {field} as {given}, the letterhead in the text says {text}: the text is printed",
            "元数据中 {field} 为“{given}”，正文版头为“{text}”，以正文为准",
        ),
        ("correct one of the two", "请更正其中一处"),
        (
            "The text has this element of the letterhead, and other words in it than the metadata.",
            "正文已有该版头要素，但与元数据不一致。",
        ),
    ),
    "mark-reduced": _entry(
        "info",
        (
            "the issuers' mark is set in {size} pt, not in {wanted} pt, on {lines} line(s)",
            "发文机关标志以 {size} 磅（样式为 {wanted} 磅）排印，共 {lines} 行",
        ),
        ("", ""),
        (
            "GB/T 9704-2012 gives the mark no size. The largest is taken at which it fits the type area's width, and at which the first page shows some of the text.",
            "GB/T 9704-2012 未规定发文机关标志的字号。取版心宽度容得下、且首页能显示正文的最大字号。",
        ),
    ),
    "role-unknown": _entry(
        "warning",
        ("the style has no role {role}; did you mean {near}?", "样式中没有角色 {role}，是否为 {near}？"),
        ("use a role of the style, or add [roles.{role}] to it", "请使用样式已有的角色，或在样式中添加 [roles.{role}]"),
        (
            "The style file is the list of legal roles; an unknown one is printed as if it had none.",
            "样式文件规定可用角色；未知角色按普通内容输出。",
        ),
    ),
    "heading-recognised": _entry(
        "info",
        (
            "“{text}” is taken as a level {level} heading: it is numbered, short and alone on its line",
            "“{text}”有序号、独占一行且较短，按 {level} 级标题处理",
        ),
        ("", ""),
        (
            "Numbers 一、（一）1. or 第一章 that count on before short lines without an end mark make headings (GB/T 9704 cl. 7.3.3). --roles off leaves them.",
            "“一、”“（一）”“1.”“第一章”等连续编号、句末无标点的短行按标题处理（GB/T 9704 第 7.3.3 条）。可用 --roles off 关闭。",
        ),
    ),
    "heading-run-in": _entry(
        "info",
        (
            "“{text}” opens its paragraph as a level {level} heading: a numbered short sentence",
            "“{text}”为段首带序号的短句，按 {level} 级段内标题处理",
        ),
        ("", ""),
        (
            "A heading may be followed by its text in the same paragraph; the sentence gets the heading's face. --roles off leaves it.",
            "标题可与正文接排：段首短句用标题字体，其余为正文。可用 --roles off 关闭。",
        ),
    ),
    "articles-recognised": _entry(
        "info",
        (
            "{n} paragraphs are taken as articles of a law: they begin with an article's number and count on",
            "{n} 段以“第…条”开头且连续编号，按法条处理",
        ),
        ("", ""),
        (
            "Articles of laws and rules stay paragraphs; their numbers are set as such, and what is numbered below them is text.",
            "法律、规章的条文仍为段落，条号单独设置字体；其下的编号均为正文。",
        ),
    ),
    "copy-number-recognised": _entry(
        "info",
        ("“{text}” is taken as the copy number: digits on the first line", "“{text}”位于首行且为数字，按份号处理"),
        ("", ""),
        (
            "Six digits on a line of their own at the top (GB/T 9704 cl. 7.2.1).",
            "版心首行的 6 位数字为份号（GB/T 9704 第 7.2.1 条）。",
        ),
    ),
    "classification-recognised": _entry(
        "info",
        ("“{text}” is taken as the security classification", "“{text}”按密级和保密期限处理"),
        ("", ""),
        (
            "绝密, 机密 or 秘密 alone on a line of the head, perhaps with ★ and a term (GB/T 9704 cl. 7.2.2).",
            "版头中独占一行的“绝密、机密、秘密”及保密期限（GB/T 9704 第 7.2.2 条）。",
        ),
    ),
    "urgency-recognised": _entry(
        "info",
        ("“{text}” is taken as the degree of urgency", "“{text}”按紧急程度处理"),
        ("", ""),
        (
            "特急 or 加急 alone on a line of the head (GB/T 9704 cl. 7.2.3).",
            "版头中独占一行的“特急”“加急”（GB/T 9704 第 7.2.3 条）。",
        ),
    ),
    "issuer-recognised": _entry(
        "info",
        (
            "“{text}” is taken as the issuer's mark: it stands above the document number",
            "“{text}”位于发文字号之上，按发文机关标志处理",
        ),
        ("", ""),
        (
            "An organ's name, perhaps with 文件 or 令, above the document number (GB/T 9704 cl. 7.2.4).",
            "发文字号之上的机关名称（可加“文件”“令”等）为发文机关标志（GB/T 9704 第 7.2.4 条）。",
        ),
    ),
    "number-recognised": _entry(
        "info",
        ("“{text}” is taken as the document number", "“{text}”按发文字号处理"),
        ("", ""),
        (
            "A line of the form 某发〔2025〕1号 before the text, or 第1号 below 某某令 (GB/T 9704 cl. 7.2.5).",
            "正文之前形如“某发〔2025〕1号”的行，或“令”下的“第1号”（GB/T 9704 第 7.2.5 条）。",
        ),
    ),
    "issue-line-recognised": _entry(
        "info",
        ("“{text}” is taken for who issued the document, and when", "“{text}”按编发机关和日期处理"),
        ("", ""),
        (
            "An organ and a date on one line below the number, as minutes and bulletins have them above their title.",
            "纪要、简报在编号之下、标题之上，以一行标明编发机关和日期。",
        ),
    ),
    "signer-recognised": _entry(
        "info",
        ("“{text}” is taken as the signer", "“{text}”按签发人处理"),
        ("", ""),
        (
            "A line 签发人：name in the head (GB/T 9704 cl. 7.2.6).",
            "版头中的“签发人：姓名”（GB/T 9704 第 7.2.6 条）。",
        ),
    ),
    "subtitle-recognised": _entry(
        "info",
        (
            "“{text}” is taken as the subtitle: it stands below the title, after a dash or in parentheses",
            "“{text}”位于标题之下，以破折号开头或加括号，按副标题处理",
        ),
        ("", ""),
        (
            "A line —— … or （… adopted on …） between title and text.",
            "标题与正文之间以破折号开头的行，或注明通过、公布日期的括号行。",
        ),
    ),
    "dateline-recognised": _entry(
        "info",
        (
            "“{text}” is taken as the line that says who, when or from where: it stands between title and text",
            "“{text}”位于标题与正文之间，按署名、日期、来源行处理",
        ),
        ("", ""),
        (
            "A date, a post and a name, 来源：… or 作者：… between title and text.",
            "标题与正文之间的日期、职务和姓名、“来源：”“作者：”等。",
        ),
    ),
    "recipient-recognised": _entry(
        "info",
        (
            "“{text}” is taken as the recipients: names with a colon below the title",
            "“{text}”位于标题之下、以冒号结尾，按主送机关（称谓）处理",
        ),
        ("--meta recipients=… names them otherwise", "可用 --meta 主送=… 另行指定"),
        (
            "The first line of the text names organs or people and ends in a colon (GB/T 9704 cl. 7.3.2).",
            "正文首行为机关名称或称谓，以冒号结尾（GB/T 9704 第 7.3.2 条）。",
        ),
    ),
    "attachment-note-recognised": _entry(
        "info",
        ("“{text}” is taken as the note of attachments", "“{text}”按附件说明处理"),
        ("", ""),
        (
            "附件：name below the text, and the numbered names below it (GB/T 9704 cl. 7.3.4).",
            "正文下的“附件：名称”及其后的编号名称（GB/T 9704 第 7.3.4 条）。",
        ),
    ),
    "attachment-differs": _entry(
        "warning",
        (
            "attachment {number} is called “{named}” in the note of attachments and “{titled}” itself",
            "附件{number}的名称不一致：附件说明为“{named}”，附件标题为“{titled}”",
        ),
        ("write the same words in both places", "请统一附件说明和附件标题"),
        (
            "Number and title of an attachment are the same in the note below the text and on the attachment (GB/T 9704 cl. 7.3.7).",
            "附件顺序号和附件标题应当与附件说明的表述一致（GB/T 9704 第 7.3.7 条）。",
        ),
    ),
    "attachment-absent": _entry(
        "warning",
        (
            "attachment {number}, “{named}” in the note of attachments, is not in this document",
            "附件说明所列附件{number}“{named}”不在本文档中",
        ),
        ("add the attachment, or take it from the note", "请补充该附件，或者从附件说明中删去"),
        (
            "Others that the note names are in the document (GB/T 9704 cl. 7.3.7). Nothing is told where none is: they may be bound on their own.",
            "附件说明所列的其他附件在文中（GB/T 9704 第 7.3.7 条）。文中没有任何附件的，可能另行装订，不提示。",
        ),
    ),
    "attachment-unnamed": _entry(
        "warning",
        (
            "attachment {number}, “{titled}”, is not in the note of attachments",
            "附件说明未列附件{number}“{titled}”",
        ),
        ("add it to the note", "请在附件说明中补列"),
        (
            "The note below the text names each attachment (GB/T 9704 cl. 7.3.4, 7.3.7).",
            "正文下的附件说明应当列出每个附件（GB/T 9704 第 7.3.4、7.3.7 条）。",
        ),
    ),
    "field-unsaid": _entry(
        "info",
        (
            "the metadata gives {field}, which stands nowhere in the document: {words}",
            "元数据中的 {field} 未在文中出现：{words}",
        ),
        (
            "write it in the text, or give what it needs, such as issuers and number for a letterhead",
            "请写入正文，或者补充所需的其他字段（如版头需要 issuers 和 number）",
        ),
        (
            "The style, or what else the document gives, has no place for this element. It stays in the metadata.",
            "本版式没有该要素的位置，或者缺少它所依附的要素。内容仍保留在元数据中。",
        ),
    ),
    "attachment-note-end": _entry(
        "info",
        (
            "a name in the note of attachments ends in a mark, which is kept: {text}",
            "附件名称后有标点，已按原文保留：{text}",
        ),
        ("take the mark away", "删去名称后的标点"),
        (
            "No mark stands behind the name of an attachment (GB/T 9704 cl. 7.3.4).",
            "附件名称后不加标点符号（GB/T 9704 第 7.3.4 条）。",
        ),
    ),
    "attachment-recognised": _entry(
        "info",
        ("“{text}” is taken as the beginning of an attachment", "“{text}”按附件起始处理"),
        ("", ""),
        (
            "附件 or 附件1 alone on its line (GB/T 9704 cl. 7.3.7).",
            "独占一行的“附件”“附件1”（GB/T 9704 第 7.3.7 条）。",
        ),
    ),
    "attachment-title-recognised": _entry(
        "info",
        (
            "“{text}” is taken as the title of an attachment: it stands below that word",
            "“{text}”位于“附件”之下，按附件标题处理",
        ),
        ("", ""),
        (
            "The short line below 附件1 (GB/T 9704 cl. 7.3.7).",
            "“附件1”之下的短行为附件标题（GB/T 9704 第 7.3.7 条）。",
        ),
    ),
    "signature-recognised": _entry(
        "info",
        (
            "“{text}” is taken as the signature: it stands above the date",
            "“{text}”位于成文日期之上，按发文机关署名处理",
        ),
        ("", ""),
        (
            "An organ's name, or a post and a name, directly above the date of the document (GB/T 9704 cl. 7.3.5).",
            "紧接成文日期之上的机关名称或职务姓名（GB/T 9704 第 7.3.5 条）。",
        ),
    ),
    "date-recognised": _entry(
        "info",
        (
            "“{text}” is taken as the date of the document: no more text follows it",
            "“{text}”之后再无正文，按成文日期处理",
        ),
        ("--meta date=… gives another", "可用 --meta 成文日期=… 另行指定"),
        (
            "A complete date alone on its line below the text (GB/T 9704 cl. 7.3.5.4).",
            "正文之后独占一行的完整日期（GB/T 9704 第 7.3.5.4 条）。",
        ),
    ),
    "annotation-recognised": _entry(
        "info",
        (
            "“{text}” is taken as the note: it stands in parentheses below the date",
            "“{text}”位于成文日期之下且加括号，按附注处理",
        ),
        ("", ""),
        (
            "A paragraph in parentheses below the date (GB/T 9704 cl. 7.3.6).",
            "成文日期之下加括号的段落为附注（GB/T 9704 第 7.3.6 条）。",
        ),
    ),
    "attendance-recognised": _entry(
        "info",
        ("“{text}” is taken for who was at the meeting", "“{text}”按与会人员处理"),
        ("", ""),
        (
            "Lines that begin with 出席, 请假 or 列席 below the text, with nothing behind them but signature and imprint (GB/T 9704 cl. 10.3).",
            "正文之后以“出席”“请假”“列席”开头的行，其后只有署名和版记（GB/T 9704 第 10.3 条）。",
        ),
    ),
    "cc-recognised": _entry(
        "info",
        ("“{text}” is taken as the organs that get a copy", "“{text}”按抄送机关处理"),
        ("", ""),
        (
            "抄送：… at the end of the document (GB/T 9704 cl. 7.4.2).",
            "文末的“抄送：……”（GB/T 9704 第 7.4.2 条）。",
        ),
    ),
    "printing-recognised": _entry(
        "info",
        ("“{text}” is taken as the line of the printing office and date", "“{text}”按印发机关和印发日期处理"),
        ("", ""),
        (
            "A line that ends in a date and 印发 (GB/T 9704 cl. 7.4.3), and 共印…份 below it.",
            "以“日期＋印发”结尾的行及其下的“共印……份”（GB/T 9704 第 7.4.3 条）。",
        ),
    ),
    "note-nested": _entry(
        "info",
        ("a note within a note is printed in brackets", "注中之注改排于括号内"),
        ("", ""),
        ("Word knows no notes to notes; the words stay where they are.", "Word 不支持注中之注；文字保留原处。"),
    ),
    "table-smaller": _entry(
        "info",
        (
            "the table is wide: its characters are set in {size} pt",
            "表格较宽，表内文字改用 {size} 磅",
        ),
        (
            "`table.smaller` of the style names the sizes; a group with the role landscape gives it a page across",
            "样式的 `table.smaller` 决定可用字号；置于 landscape 分组中可使用横排页面",
        ),
        (
            "In the usual size names and dates of this table would be broken into several lines.",
            "若用通常字号，表中的名称、日期等会被折成多行。",
        ),
    ),
    "table-landscape": _entry(
        "info",
        (
            "the table is too wide for the page, and stands on one that is read across",
            "表格超出版心宽度，改排在横向页面上",
        ),
        ("give its columns widths to keep it upright", "为各列指定宽度可使其保留在纵向页面"),
        (
            "Even in the smallest characters of the style the columns would be too narrow (GB/T 9704-2012 cl. 8).",
            "即使用样式中最小的字号，各列仍然过窄（GB/T 9704-2012 第 8 条）。",
        ),
    ),
    "table-crowded": _entry(
        "warning",
        (
            "the table has {columns} columns: on paper some are narrower than a character, and words lie on each other",
            "表格有 {columns} 列，纸面上部分列窄于一个字符，文字将相互重叠",
        ),
        ("divide it into several tables", "请拆分为若干表格"),
        (
            "Not even the smallest characters of the style on a page across have room. The EPUB and the DOCX hold all words, too.",
            "即使在横向页面上用样式中最小的字号也排不下。EPUB 和 DOCX 中文字俱全。",
        ),
    ),
    "imprint-stop": _entry(
        "info",
        ("“…{text}” in the imprint does not end with 。", "版记中“…{text}”末尾没有句号"),
        ("end the line of 抄送 (or 主送) with 。", "请在抄送（或主送）机关之后加句号"),
        (
            "GB/T 9704-2012 cl. 7.4.2 ends 抄送机关, and 主送机关 in the imprint, with 。. What is typed is printed as it is.",
            "GB/T 9704-2012 第7.4.2条规定，抄送机关（以及移至版记的主送机关）之后标句号。已写入正文的文字照原样排印。",
        ),
    ),
    "recipients-moved": _entry(
        "info",
        (
            "the recipients would leave no room for the text on the first page: they stand in the imprint",
            "主送机关过多，首页无法显示正文，已移至版记",
        ),
        ("", ""),
        (
            "GB/T 9704-2012 cl. 7.3.2: where 主送机关 are so many that the first page shows none of the text, they move to the "
            "imprint, with the label 主送 and a full stop, above 抄送 (cl. 7.4.2).",
            "GB/T 9704-2012 第7.3.2条：主送机关名称过多导致公文首页不能显示正文时，应当移至版记，按第7.4.2条以“主送”标注于抄送之上，末尾标句号。",
        ),
    ),
    "imprint-unshown": _entry(
        "info",
        ("the style does not show {field} in the imprint", "本版式的版记不显示 {field}"),
        ("", ""),
        (
            "Letters have no 印发机关 and 印发日期 (GB/T 9704-2012 cl. 10.1). What the metadata says of them is kept there.",
            "信函格式的版记不加印发机关和印发日期（GB/T 9704-2012 第10.1条）。元数据中的内容仍予保留。",
        ),
    ),
    "section-nested": _entry(
        "info",
        (
            "what is “{role}” stands in a table, a box or a note, and stays on its page",
            "“{role}”部分在表格、方框或注释之内，留在原页",
        ),
        ("", ""),
        (
            "A part with pages of its own (across, in columns, in front) cannot begin inside a cell, a box or a note; its words "
            "stay where they are.",
            "自成页面的部分（横排、分栏、前置）不能从单元格、方框或注释中开始；文字保留原处。",
        ),
    ),
    "ruby-inline": _entry(
        "info",
        ("the reading of “{base}” is printed behind it in brackets", "“{base}”的注音排在其后的括号中"),
        ("", ""),
        (
            "Readings stand above plain words only, not above links, pictures or other readings.",
            "注音只能排在普通文字上方，不能排在链接、图片或其他注音上方。",
        ),
    ),
    "math-source": _entry(
        "warning",
        ("a formula cannot be understood and is printed as its source", "公式无法识别，按源码输出"),
        ("check its TeX or MathML", "请检查其 TeX 或 MathML"),
        (
            "It has commands that are not known, groups that are not closed, or more than one formula should hold.",
            "其中有未知的命令、未闭合的分组，或内容超出单个公式应有的规模。",
        ),
    ),
    "math-scaled": _entry(
        "warning",
        (
            "a formula is wider than its line and printed at {percent} % of its size",
            "公式超出版心宽度，缩至 {percent}% 排印",
        ),
        ("break it into several lines", "请将其拆为多行"),
        (
            "Formulas are cut after operators outside of brackets only; what is still wider becomes smaller in PDF.",
            "公式仅在括号外的运算符后拆行；仍过宽者在 PDF 中缩小。",
        ),
    ),
    "math-undrawn": _entry(
        "warning",
        ("a formula cannot be drawn and is printed as its characters in PDF", "公式无法绘制，在 PDF 中仅输出其字符"),
        ("", ""),
        (
            "The library that draws formulas fails at this one; DOCX and EPUB hold it whole.",
            "绘制公式的程序库无法处理此公式；DOCX 与 EPUB 中仍完整。",
        ),
    ),
    "raw-dropped": _entry(
        "warning",
        ("{format} markup has no place on paper and is left out: {text}", "{format} 标记无法排印，已略去：{text}"),
        ("", ""),
        (
            "Raw markup of a foreign format is kept in the model but not printed.",
            "外部格式的原始标记保留在模型中，但不输出。",
        ),
    ),
    "heading-renumbered": _entry(
        "warning",
        ("the heading typed as {before} is numbered {after}", "标题序号“{before}”改编为“{after}”"),
        (
            "check what the text says about it; `--set numbering.mode=keep` keeps numbers as typed",
            "请核对正文中的提法；`--set numbering.mode=keep` 可保留原序号",
        ),
        (
            "The style numbers headings anew (numbering.mode), and a typed number is not the one that its scheme and the"
            " count give.",
            "样式规定标题重新编号（numbering.mode），而原序号与其体例或次序不符。",
        ),
    ),
    "caption-renumbered": _entry(
        "warning",
        ("what is typed as {before} is numbered {after}", "题注“{before}”改编为“{after}”"),
        (
            "check what the text says about it; `--set captions.mode=keep` keeps numbers as typed",
            "请核对正文中的提法；`--set captions.mode=keep` 可保留原编号",
        ),
        (
            "The style numbers captions anew (captions.mode), and a typed number did not count on from the one before.",
            "样式规定重新编号（captions.mode），而原编号与次序不符。",
        ),
    ),
    "ref-unresolved": _entry(
        "warning",
        ("there is nothing called {target} to refer to", "找不到引用目标 {target}"),
        ("check the id", "请检查标识"),
        ("A reference names an id that no node of the document has.", "引用的标识在文档中不存在。"),
    ),
    # --- repairing ------------------------------------------------------------------------------------------------
    "repair-gloss": _entry(
        "info",
        ("removed a reading in parentheses ({before})", "删除注音括注（如“{before}”）"),
        ("", ""),
        (
            "Mirror sites put the pinyin of a character behind it. Each removed one is a reading of that character.",
            "镜像网站会在汉字后加注拼音；仅当括注确为该字读音时才删除。",
        ),
    ),
    "repair-gloss-kept": _entry(
        "info",
        ("kept a reading in parentheses ({text})", "保留注音括注（如“{text}”）"),
        ("--repair force removes it", "如需删除，请用 --repair force"),
        (
            "There are too few readings in parentheses for a mirror site's, so they are the writer's own.",
            "注音括注较少，不像镜像网站所加，视为原文所有。",
        ),
    ),
    "repair-glyph": _entry(
        "info",
        ("replaced a Traditional character ({before} → {after})", "繁体字转为简体字（如“{before}”→“{after}”）"),
        ("--repair off keeps the text as it is", "如需保留原文，请用 --repair off"),
        (
            "The text bears a mirror site's marks, and those convert Simplified reports to Traditional characters.",
            "文本带有镜像网站痕迹，此类网站会把简体文章转为繁体，故予还原。",
        ),
    ),
    "repair-glyph-kept": _entry(
        "info",
        ("kept a Traditional character ({text})", "保留繁体字（如“{text}”）"),
        ("--repair force converts it", "如需转换，请用 --repair force"),
        (
            "The text is Simplified; a few Traditional characters in it are quoted on purpose.",
            "全文为简体，个别繁体字视为有意引用。",
        ),
    ),
    "repair-glyph-doubtful": _entry(
        "info",
        (
            "{before} became {after}, but may have stood for another form ({forms})",
            "“{before}”已转为“{after}”，亦可能应作他字（{forms}）",
        ),
        ("check it if it is in a name", "如用于姓名，请核对"),
        (
            "The Simplified form of this character depends on what is meant, above all in names.",
            "该字的简体取决于含义，用于姓名时尤需核对。",
        ),
    ),
    "repair-punctuation": _entry(
        "info",
        ("widened a punctuation mark ({before} → {after})", "半角标点改为全角（如“{before}”→“{after}”）"),
        ("", ""),
        ("GB/T 15834 marks in Chinese text are full-width.", "按 GB/T 15834，中文标点用全角。"),
    ),
    "repair-parentheses": _entry(
        "info",
        ("widened a pair of parentheses ({after})", "半角括号改为全角（如“{after}”）"),
        ("", ""),
        ("GB/T 15834 parentheses in Chinese text are full-width.", "按 GB/T 15834，中文括号用全角。"),
    ),
    "repair-quotes": _entry(
        "info",
        ("curled a pair of quotation marks ({after})", "直引号改为弯引号（如“{after}”）"),
        ("", ""),
        ("GB/T 15834 quotation marks are “ ” and ‘ ’.", "按 GB/T 15834，引号用“”‘’。"),
    ),
    "repair-invisible": _entry(
        "info",
        ("removed an invisible character", "删除不可见字符"),
        ("", ""),
        (
            "Zero-width spaces and the like are left over from a page's layout.",
            "零宽空格等字符系网页排版残留。",
        ),
    ),
    "repair-byline": _entry(
        "info",
        ("took the byline to the metadata: {names}", "署名记入元数据：{names}"),
        ("", ""),
        (
            "The author's name at the text's end is also kept in print, as a paragraph of its own.",
            "文末撰稿人记入元数据，并单独成段印出。",
        ),
    ),
    "repair-credits": _entry(
        "info",
        ("took a line of credits to the metadata: {text}", "责编、校对等信息移入元数据：{text}"),
        ("", ""),
        (
            "Who edited and checked a page is no part of the report's text.",
            "网页的责编、校对等信息不属正文。",
        ),
    ),
    "repair-boilerplate": _entry(
        "info",
        ("dropped a label of the page: {text}", "删除网页标签：{text}"),
        ("", ""),
        (
            "Buttons, counters and empty link lists of a page are no part of the report.",
            "网页按钮、计数、空链接栏不属正文。",
        ),
    ),
    "repair-boilerplate-kept": _entry(
        "info",
        ("kept “{text}”, for something follows it", "保留“{text}”，因其后尚有内容"),
        ("delete it from the source if it is the page's", "如系网页内容，请从源文件中删除"),
        (
            "The line looks like the heading of a list of links, but it may belong to the report.",
            "该行形似链接栏标题，但也可能属于正文。",
        ),
    ),
    "repair-year-missing": _entry(
        "warning",
        ("the text gives the day {date} but no year", "文中有“{date}”而无年份"),
        ("add the year to the text, or give --meta date=…", "请在文中补充年份，或用 --meta date=… 指定"),
        ("An official document's date has a year; it is not guessed.", "公文日期应有年份；程序不作推测。"),
    ),
    "repair-issuer-missing": _entry(
        "warning",
        ("“{issuer}” does not say of which place", "“{issuer}”未写明所属地区"),
        ("give the full name with --meta issuer=…", "请用 --meta issuer=… 写明全称"),
        (
            "Within a province its own offices go without its name; to other readers the report lacks its issuer.",
            "省内行文常略去省名，对外则缺少发文机关全称。",
        ),
    ),
    "repair-odd-phrase": _entry(
        "warning",
        ("“{phrase}” stands where “{expected}” is usual", "此处通常作“{expected}”，文中为“{phrase}”"),
        ("compare it with the original; it was not changed", "请与原文核对；程序未作改动"),
        (
            "The phrase stands in a set formula in place of the usual one. It is never changed.",
            "该词语出现在固定表述中，与通常用语不同；程序不改动原文。",
        ),
    ),
    # --- pictures ------------------------------------------------------------------------------------------------
    "image-no-alt": _entry(
        "warning",
        ("the picture {name} has no description", "图片 {name} 没有替代文字"),
        ("describe it in the source: screen readers need it", "请在源文件中加以描述，供读屏软件使用"),
        ("A picture without alternative text cannot be read out.", "没有替代文字的图片无法朗读。"),
    ),
    "image-unreadable": _entry(
        "warning",
        (
            "the picture {name} cannot be read; its description is printed instead",
            "无法读取图片 {name}，改印其说明文字",
        ),
        ("open it in a viewer; save it anew as PNG or JPEG", "请用看图软件打开检查，另存为 PNG 或 JPEG"),
        (
            "The picture is missing, or its data are damaged, cut short, or no picture's. Its content decides, not its name.",
            "图片缺失，或数据损坏、不完整，或并非图片；判断依据是内容而非文件名。",
        ),
    ),
    "image-unsupported": _entry(
        "warning",
        (
            "the picture {name} is {kind}, which cannot be drawn; its description is printed instead",
            "图片 {name} 为 {kind} 格式，无法绘制，改印其说明文字",
        ),
        (
            "save it as PNG, or as SVG if it is a drawing (LibreOffice Draw and Inkscape open most kinds)",
            "请另存为 PNG；若为矢量图可另存为 SVG（LibreOffice Draw、Inkscape 可打开多数格式）",
        ),
        (
            "SVG, PNG, JPEG, GIF, WebP, TIFF, BMP, AVIF and JPEG 2000 are drawn. Windows metafiles hold commands for a printer "
            "driver, other formats need programs of their own.",
            "可绘制 SVG、PNG、JPEG、GIF、WebP、TIFF、BMP、AVIF、JPEG 2000；Windows 图元文件等格式需由专门程序解释。",
        ),
    ),
    "image-pixels": _entry(
        "warning",
        (
            "the picture {name} has more than {limit} million pixels; its description is printed instead",
            "图片 {name} 超过 {limit} 百万像素，改印其说明文字",
        ),
        (
            "make it smaller, or raise the limit with --limit megapixels=N",
            "请缩小图片，或用 --limit megapixels=N 提高上限",
        ),
        (
            "A small file can stand for a picture that fills the memory. No print needs that many pixels.",
            "很小的文件也可能解出占满内存的图像；印刷也用不到如此多的像素。",
        ),
    ),
    "image-slow": _entry(
        "warning",
        (
            "the drawing {name} takes more than {limit} seconds or a gigabyte to draw; its description is printed instead",
            "图形 {name} 绘制用时超过 {limit} 秒或占用内存过多，改印其说明文字",
        ),
        (
            "make it simpler, or raise the limit with --limit drawing_seconds=N",
            "请简化图形，或用 --limit drawing_seconds=N 提高上限",
        ),
        (
            "A few lines of SVG can ask for as many shapes, filters and layers as keep a computer busy for days.",
            "寥寥数行 SVG 就可能要求绘制使计算机忙碌数日的形状、滤镜和图层。",
        ),
    ),
    "image-frames": _entry(
        "info",
        (
            "the picture {name} holds more than one frame or page; the first is printed",
            "图片 {name} 含多帧或多页，只印第一帧（页）",
        ),
        ("name each page as a picture of its own if all are needed", "如需全部，请将各页存为单独的图片"),
        (
            "Animations and scans of several pages come as one picture. All three files show the same one.",
            "动画和多页扫描件只作一幅图片处理，三种输出相同。",
        ),
    ),
    "image-cmyk": _entry(
        "warning",
        (
            "the picture {name} is in CMYK without a colour profile; its colours on screen and paper are near, not exact",
            "图片 {name} 为 CMYK 颜色且未附色彩配置文件，颜色只能近似",
        ),
        ("save it as RGB, or with its ICC profile", "请另存为 RGB，或嵌入 ICC 配置文件"),
        (
            "CMYK values say how much ink, not which colour. PDF/A asks for a profile or another colour space, and Office "
            "programs and e-readers show RGB.",
            "CMYK 只表示油墨用量，不表示颜色；PDF/A 要求附配置文件或改用其他颜色空间，办公软件和阅读器使用 RGB。",
        ),
    ),
    "image-cleaned": _entry(
        "warning",
        (
            "the drawing {name} holds what is not printed, or printed otherwise: {parts}",
            "矢量图 {name} 含不印刷或以其他方式印刷的内容：{parts}",
        ),
        (
            "check the picture; export it as plain SVG, with text as SVG text",
            "请核对图片；导出时请选用普通 SVG，文字用 SVG 文本",
        ),
        (
            "Scripts, movement and whatever lies outside the file go from SVG drawings; words in HTML inside a drawing are "
            "set as plain centred lines.",
            "矢量图中的脚本、动画及外部引用均被去除；图中以 HTML 写成的文字按普通文字居中排列。",
        ),
    ),
    "image-scaled": _entry(
        "info",
        (
            "the picture {name} ({before} pixels) was scaled down to {after}, {dpi} an inch where it is largest",
            "图片 {name}（{before} 像素）已缩小为 {after} 像素，即最大处每英寸 {dpi} 像素",
        ),
        ("", ""),
        (
            "--image-dpi, or pictures.dpi of the style, says how many pixels an inch files keep.",
            "由 --image-dpi 或样式的 pictures.dpi 规定文件保留的每英寸像素数。",
        ),
    ),
    "image-recoded": _entry(
        "info",
        (
            "the JPEG {name} lay turned or in CMYK and was encoded anew, upright and in RGB, at high quality",
            "JPEG 图片 {name} 为旋转存储或 CMYK 颜色，已转正、转为 RGB 并以高质量重新编码",
        ),
        ("", ""),
        (
            "Word files and books need pictures upright and in RGB. A PDF holds the original data where it can.",
            "Word 文件和电子书需要转正的 RGB 图片；PDF 在可能时保留原始数据。",
        ),
    ),
    "title-found": _entry(
        "info",
        ("took this line for the title: {title}", "以此行为标题：{title}"),
        ("give another with --meta title=…", "可用 --meta title=… 另行指定"),
        (
            "A line before the text is short and has no end mark: the first one, or one that ends in 通知, 报告 or the like.",
            "首行较短、句末无标点，且其后为较长段落。",
        ),
    ),
    "title-heading": _entry(
        "info",
        (
            "took the heading for the title, as it is the only one of level 1: {title}",
            "以此标题为文件标题（唯一的一级标题）：{title}",
        ),
        ("--roles off leaves it a heading", "可用 --roles off 保留为标题"),
        (
            "Markdown has no mark for the title: its first heading is it, if no other has level 1.",
            "Markdown 没有标题专用标记：首个标题若是唯一的一级标题，即为文件标题。",
        ),
    ),
    "headings-raised": _entry(
        "info",
        ("headings begin at level 1 below the title: all moved up by {n}", "标题自一级起排：各级均上升 {n} 级"),
        ("--roles off leaves the levels as they are", "可用 --roles off 保持原有级别"),
        (
            "Sources that count the title as the first level begin at 2; 一、 is level 1 in official documents (GB/T 9704 cl. 7.3.3).",
            "有的文件把标题计为第一级，正文标题自二级起；公文中“一、”为第一层（GB/T 9704 第 7.3.3 条）。",
        ),
    ),
    "signing-spaced": _entry(
        "info",
        (
            "set {after} lines on a page, not {before}, so that signature and date fit on the page of the text",
            "为使署名、成文日期与正文同页，每面改排 {after} 行（原为 {before} 行）",
        ),
        ("--set signing.respace_lines=0 keeps the spacing", "可用 --set signing.respace_lines=0 保持原行距"),
        (
            "Where the room that is left on a page does not hold the seal or the date, the spacing of lines may be adjusted (GB/T 9704 cl. 7.3.5.5). Else the signature takes the last lines of the text along to the next page.",
            "公文排版后所剩空白处不能容下印章或成文日期时，可以采取调整行距的措施解决（GB/T 9704 第 7.3.5.5 条）；否则正文末行随署名移至下页。",
        ),
    ),
    "signing-shifted": _entry(
        "info",
        (
            "the signature is too long to stand over a date four characters from the edge; the date now keeps {right}: {name}",
            "署名过长，无法以右空四字的成文日期为准居中，成文日期改为右空 {right} 字：{name}",
        ),
        ("a shorter standard name of the organ may do", "可改用规范化简称"),
        (
            "The date stands four characters from the right edge, the signature centred on it (GB/T 9704 cl. 7.3.5.1). A long name would leave the type area: it goes to the edge, and the date stays in the middle below.",
            "加盖印章的公文，成文日期一般右空四字，署名以成文日期为准居中编排（GB/T 9704 第 7.3.5.1 条）。署名过长时会超出版心，故将其右端与版心对齐，成文日期仍居其中。",
        ),
    ),
    "title-inferred": _entry(
        "warning",
        ("the text has no title; made one from its first sentence: {title}", "原文无标题，据首句推断为：{title}"),
        ("check it, or give one with --meta title=…", "请核对，或用 --meta title=… 指定"),
        (
            "A report's first sentence says who held which meeting, and about what: the title is made of its words.",
            "报道首句写明何单位召开何会议、内容为何，标题即由其原词组成，并标记为推断。",
        ),
    ),
    # --- checking ------------------------------------------------------------------------------------------------
    "check-format": _entry(
        "error",
        ("{path} is no PDF, DOCX or EPUB", "{path} 不是 PDF、DOCX 或 EPUB 文件"),
        ("check the finished file: `triptych convert` makes one", "请检查成品文件（可用 `triptych convert` 生成）"),
        (
            "`triptych check` measures finished files: pages, faces and places. Sources have none.",
            "`triptych check` 量测成品文件的版面、字体与位置；源文件尚无版面可量。",
        ),
    ),
    "check-as": _entry(
        "info",
        ("its mark shows its format: judged by the style {style}", "按发文机关标志判定格式，据样式 {style} 检查"),
        ("name another one with --style", "可用 --style 另行指定"),
        (
            "Letters, orders and minutes (GB/T 9704-2012, cl. 10) have places of their own. A mark that ends in 令 or 纪要, or "
            "stands 30 mm below the sheet's top, shows which of them a file is.",
            "信函、命令（令）、纪要（GB/T 9704-2012 第 10 章）各有格式；由发文机关标志的文字和位置判定。",
        ),
    ),
    "check-unreadable": _entry(
        "error",
        ("cannot measure {path}: {reason}", "无法量测 {path}：{reason}"),
        ("open it in a viewer: it may be damaged or ask for a password", "请用阅读器打开：文件可能损坏或有密码"),
        (
            "The file has the form of a PDF, DOCX or EPUB at its beginning, but cannot be read on.",
            "文件开头为 PDF、DOCX 或 EPUB，但无法继续读取。",
        ),
    ),
    "check-instruments": _entry(
        "error",
        ("checking needs the library {library}", "检查功能需要 {library} 库"),
        ("install it with `pip install 'triptych[measure]'`", "请运行 `pip install 'triptych[measure]'` 安装"),
        (
            "The libraries that measure finished files are no part of the plain installation.",
            "量测成品文件的库不在基本安装之内。",
        ),
    ),
    "rule-unknown": _entry(
        "error",
        ("there is no rule {name}", "没有名为“{name}”的规则"),
        ("perhaps {near}? `triptych check --rules` lists all", "或为 {near}？`triptych check --rules` 可列出全部规则"),
        ("A rule is named that the table of rules does not have.", "所指规则不在规则表中。"),
    ),
}
