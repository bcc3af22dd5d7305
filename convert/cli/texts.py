"""The command's own words, by key, in English and Chinese. Messages about documents are in `convert.catalogue`.

`about`, `example`: the command itself; `convert.about`, `convert.example`: a command; `convert.output`: a parameter of
a command; `any.verbose`: one that several have.
"""

from __future__ import annotations

from convert.catalogue import Language


def _text(en: str, zh: str) -> dict[Language, str]:
    return {"en": en, "zh": zh}


TEXTS: dict[str, dict[Language, str]] = {
    # --- headings ------------------------------------------------------------------------------------------------
    "about": _text(
        "Triptych prints a report as PDF, DOCX and EPUB in one official style.",
        "Triptych 将报告按统一的公文样式输出为 PDF、DOCX 和 EPUB。",
    ),
    "usage": _text("Usage: {usage}", "用法：{usage}"),
    "options": _text("[OPTIONS]", "[选项]"),
    "example": _text("convert report.txt", "convert 报告.txt"),
    "group.example": _text("Example", "示例"),
    "group.commands": _text("Commands", "命令"),
    "group.input": _text("Input", "输入"),
    "group.output": _text("Output", "输出"),
    "group.many": _text("Many documents", "批量转换"),
    "group.style": _text("Style", "样式"),
    "group.messages": _text("Messages", "信息"),
    "group.other": _text("Other", "其他"),
    # --- commands ------------------------------------------------------------------------------------------------
    "convert.about": _text("Print reports as PDF, DOCX and EPUB", "将报告输出为 PDF、DOCX 和 EPUB"),
    "convert.example": _text("convert report.txt -t pdf,docx -O printed", "convert 报告.txt -t pdf,docx -O 成品"),
    "inspect.about": _text("Show what was understood of a file", "显示程序对文件的理解"),
    "inspect.example": _text("inspect report.txt", "inspect 报告.txt"),
    "check.about": _text("Check finished files against the standard", "按标准检查成品文件"),
    "check.example": _text("check report.pdf report.docx", "check 报告.pdf 报告.docx"),
    "formats.about": _text("List the formats that can be read and written", "列出可读写的格式"),
    "formats.example": _text("formats", "formats"),
    "styles.about": _text("List the styles that come with Triptych", "列出自带样式"),
    "styles.example": _text("styles", "styles"),
    "explain.about": _text("Say what a message means, by the code in its brackets", "按方括号内的代码解释信息"),
    "explain.example": _text("explain title-inferred", "explain title-inferred"),
    "schema.about": _text("Print the JSON Schema of documents or of metadata", "输出文档或元数据的 JSON Schema"),
    "schema.example": _text("schema > triptych.schema.json", "schema > triptych.schema.json"),
    # --- parameters ----------------------------------------------------------------------------------------------
    "convert.inputs": _text(
        "files, folders, archives, records, addresses; @LIST: more; -: standard input",
        "文件、文件夹、压缩包、记录或地址；@列表 给出更多；- 表示标准输入",
    ),
    "convert.meta": _text(
        "say what the text does not: title, issuer, number, date, … (again for more)",
        "补充文中没有的信息：标题、发文机关、发文字号、成文日期等（可重复）",
    ),
    "convert.meta_file": _text(
        "the same from JSON, TOML, YAML, or CSV with a row for each input",
        "从 JSON、TOML、YAML 或每个输入一行的 CSV 读取",
    ),
    "convert.formats": _text(
        "pdf, docx, epub, json; default pdf,docx,epub", "pdf、docx、epub、json；默认 pdf,docx,epub"
    ),
    "convert.output": _text("write to this one file; - is standard output", "写入指定的单个文件；- 表示标准输出"),
    "convert.folder": _text("write into this folder; default out", "写入指定文件夹；默认 out"),
    "convert.repair_log": _text("keep every repair, with its place, as JSON", "将每处修复及其位置记为 JSON"),
    "convert.style": _text("a style's name or its .toml file; default gbt9704", "样式名或 .toml 文件；默认 gbt9704"),
    "convert.settings": _text("change one value of the style (again for more)", "修改样式中的一个值（可重复）"),
    "convert.fonts": _text(
        "where faces come from: the system's first, ours alone, the system's alone",
        "字体来源：优先系统字体、仅自带字体、仅系统字体",
    ),
    "convert.font_folders": _text("look for faces here first (again for more)", "优先在此文件夹查找字体（可重复）"),
    "convert.image_dpi": _text(
        "scale pictures of more than N pixels an inch down; default off", "缩小每英寸超过 N 像素的图片；默认不缩小"
    ),
    "convert.processes": _text(
        "work in N processes at once; default one a processor",
        "同时用 N 个进程工作；默认每个处理器一个",
    ),
    "convert.include": _text(
        "of folders and archives take the files called so only (again for more)",
        "文件夹和压缩包中只取符合模式的文件（可重复）",
    ),
    "convert.exclude": _text("leave the files called so out (again for more)", "排除符合模式的文件（可重复）"),
    "convert.clash": _text(
        "two files for one output: stop at once, give the later ones numbers", "两个文件同名输出时：报错、为后者加编号"
    ),
    "convert.text_field": _text(
        "the field of records that holds the text; default text", "记录中的正文字段；默认 text"
    ),
    "convert.id_field": _text("the field that outputs are named after; default id", "用作输出文件名的字段；默认 id"),
    "convert.timeout": _text("stop a document that takes longer; default never", "单个文档超过此秒数即中止；默认不限"),
    "convert.memory": _text(
        "the most MB that a process may take; default its share of all", "单个进程的内存上限（MB）；默认均分全部内存"
    ),
    "convert.cluster": _text(
        "a Dask scheduler, tcp://HOST:PORT, or local:N", "Dask 调度器 tcp://主机:端口，或 local:N"
    ),
    "convert.force": _text("convert again what has not changed", "未改动的文档也重新转换"),
    "convert.as_json": _text("one JSON line a document on standard output", "每个文档输出一行 JSON 到标准输出"),
    "convert.strict": _text("end with 3 if there were warnings", "有警告时以状态码 3 结束"),
    "inspect.source": _text("the file to read; - reads standard input", "要读取的文件；- 表示标准输入"),
    "inspect.as_json": _text("the document as JSON", "以 JSON 输出文档"),
    "inspect.positions": _text("with the place of each node in the source", "标出每个节点在源文件中的位置"),
    "inspect.repairs": _text("what was changed in the text, and where", "列出对文字的改动及位置"),
    "check.files": _text("PDF, DOCX or EPUB files, whatever made them", "PDF、DOCX、EPUB 文件，不论由何软件生成"),
    "check.style": _text(
        "what they have to be like; default: GB/T 9704, by their format", "据以检查的样式；默认按公文格式取 GB/T 9704"
    ),
    "check.settings": _text("change one value of the style (again for more)", "修改样式中的一个值（可重复）"),
    "check.select": _text("apply this rule alone (again for more)", "仅检查该规则（可重复）"),
    "check.ignore": _text("leave this rule out (again for more)", "不检查该规则（可重复）"),
    "check.against": _text("the source whose words the files have to have", "源文件；成品的文字须与之一致"),
    "check.fix": _text(
        "print the file anew in the style, its words kept; with -o", "按样式重新排印，文字不变；与 -o 合用"
    ),
    "check.output": _text("where --fix writes; its suffix tells the format", "--fix 的输出文件，格式由后缀判断"),
    "check.rules": _text("list the rules", "列出全部规则"),
    "check.form": _text("how findings are printed", "检查结果的输出格式"),
    "check.as_json": _text("one JSON line a file: --format json", "每个文件输出一行 JSON，即 --format json"),
    "check.strict": _text(
        "end with 1 for findings of practice, too, not of the standard alone", "惯例类问题亦以状态码 1 结束"
    ),
    "schema.of": _text(
        "document or metadata; default document", "document（文档）或 metadata（元数据）；默认 document"
    ),
    "explain.code": _text("a message's code; without it, all codes", "信息代码；省略则列出全部"),
    "any.source_format": _text("the input's format; default by its suffix", "输入格式；默认按后缀判断"),
    "any.repair": _text(
        "mend what a mirror site did to the text: never, where it shows, always",
        "修复镜像网站造成的文字改动：不修复、有迹象时修复、一律修复",
    ),
    "any.roles": _text(
        "recognise headings, recipients, dates and the like in bare text, or not",
        "是否识别纯文字中的标题、主送机关、日期等要素",
    ),
    "any.main": _text(
        "keep a web page's main content only: where it is a whole page, always, never",
        "网页只留正文：整页时、总是、从不",
    ),
    "any.changes": _text("take tracked changes as made or as not made", "接受或拒绝修订"),
    "any.roots": _text(
        "a folder whose pictures documents may show, besides their own; may be given again",
        "除文档所在文件夹外，允许引用图片的文件夹，可多次给出",
    ),
    "any.allow_net": _text("fetch https pictures; default never", "下载 https 图片；默认不联网"),
    "any.limits": _text(
        "how much an input may have: input_mb=256, … (docs/security.md)",
        "输入的上限，如 input_mb=256（见 docs/security.md）",
    ),
    "any.verbose": _text("tell every finding; -vv with times and tracebacks", "显示全部信息；-vv 另含用时与出错细节"),
    "any.quiet": _text("errors only; -qq nothing", "只显示错误；-qq 完全不显示"),
    "any.color": _text("colour messages; default where a terminal shows them", "信息是否着色；默认仅在终端中着色"),
    "any.help": _text("show this text", "显示本帮助"),
    "any.version": _text("print the versions of Triptych and its libraries", "显示 Triptych 及所用库的版本"),
    "any.install_completion": _text("let the shell complete words", "为当前 shell 安装补全"),
    "any.show_completion": _text("print what --install-completion would install", "显示补全脚本"),
    # --- talk ----------------------------------------------------------------------------------------------------
    "measured": _text("required {required}, measured {measured}{where}", "要求 {required}，实测 {measured}{where}"),
    "where": _text(": {places}", "：{places}"),
    "found": _text(
        "{name}: findings of the standard: {standard}, of practice: {practice}",
        "{name}：标准类问题 {standard} 项，惯例类问题 {practice} 项",
    ),
    "found-in-all": _text(
        "files: {n}, findings of the standard: {standard}, of practice: {practice}",
        "共 {n} 个文件，标准类问题 {standard} 项，惯例类问题 {practice} 项",
    ),
    "fixed-gone": _text("gone: {n} ({rules})", "已改正 {n} 项（{rules}）"),
    "fixed-left": _text("left: {n}", "仍有 {n} 项"),
    "fixed-unread": _text("words of the old file that were not read: {n}", "原文件中未能读取的文字 {n} 处"),
    "fixed-changed": _text("words that are other than before: {n}", "与原文件不同的文字 {n} 处"),
    "fixed-words": _text("words: all as they were", "文字与原文件完全一致"),
    "fixed-word": _text("“{before}” → “{after}”", "“{before}” → “{after}”"),
    "hint": _text("hint: {hint}", "提示：{hint}"),
    "written": _text("{source} → {targets}", "{source} → {targets}"),
    "repairs": _text("repairs: {n}", "修复 {n} 处"),
    "notes": _text("notes: {n}", "说明 {n} 条"),
    "listed": _text("{counts} (-v lists them)", "{counts}（-v 可列出）"),
    "comma": _text(", ", "，"),
    "seconds": _text("seconds: {seconds}", "用时 {seconds} 秒"),
    "summary": _text(
        "converted: {done}, unchanged: {unchanged}, failed: {failed}, warnings: {warnings}, seconds: {seconds} ({rate} a second)",
        "已转换 {done} 个文件，未改动 {unchanged} 个，失败 {failed} 个，警告 {warnings} 条，用时 {seconds} 秒（每秒 {rate} 个）",
    ),
    "page": _text("report: {page}", "报告：{page}"),
    "unchanged": _text("{source}: unchanged", "{source}：未改动"),
    "progress-start": _text("starting, {total} to convert", "正在启动，共 {total} 个"),
    "progress": _text("{done} of {total} done", "已完成 {done}/{total}"),
    "progress-done": _text("{done} done", "已完成 {done} 个"),
    "progress-failed": _text("{failed} failed", "失败 {failed}"),
    "progress-rate": _text("{rate} a second", "每秒 {rate} 个"),
    "progress-left": _text("{left} left", "剩余约 {left}"),
    "interrupted": _text("interrupted", "已中断"),
    "formats.read": _text("Input", "输入"),
    "formats.write": _text("Output", "输出"),
}
