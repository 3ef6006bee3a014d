package docx

// Namespaces of the parts. Source: ECMA-376 (5th edition) Part 1, transitional
// names of Part 4; the 2010 ones: [MS-ODRAWXML].
const (
	nsW   = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	nsR   = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	nsWP  = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
	nsA   = "http://schemas.openxmlformats.org/drawingml/2006/main"
	nsPic = "http://schemas.openxmlformats.org/drawingml/2006/picture"
	nsMC  = "http://schemas.openxmlformats.org/markup-compatibility/2006"
	nsV   = "urn:schemas-microsoft-com:vml"
	nsO   = "urn:schemas-microsoft-com:office:office"
	nsWPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"

	nsPackageRels  = "http://schemas.openxmlformats.org/package/2006/relationships"
	nsContentTypes = "http://schemas.openxmlformats.org/package/2006/content-types"
	nsCore         = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
	nsApp          = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
	nsCustom       = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
	nsVT           = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
)

// namespaces are declared on the root of every part that holds text.
var namespaces = []string{
	"xmlns:w", nsW, "xmlns:r", nsR, "xmlns:wp", nsWP, "xmlns:a", nsA,
	"xmlns:pic", nsPic, "xmlns:mc", nsMC, "xmlns:wps", nsWPS, "xmlns:v", nsV, "xmlns:o", nsO,
}

// Kinds of links between parts.
const (
	relDocument  = nsR + "/officeDocument"
	relApp       = nsR + "/extended-properties"
	relCustom    = nsR + "/custom-properties"
	relCore      = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
	relStyles    = nsR + "/styles"
	relSettings  = nsR + "/settings"
	relHeader    = nsR + "/header"
	relFooter    = nsR + "/footer"
	relNumbering = nsR + "/numbering"
	relFootnotes = nsR + "/footnotes"
	relImage     = nsR + "/image"
	relHyperlink = nsR + "/hyperlink"
)

// Kinds of parts.
const (
	typeMain      = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
	typeStyles    = "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"
	typeSettings  = "application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"
	typeNumbering = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
	typeHeader    = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
	typeFooter    = "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"
	typeFootnotes = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
	typeEndnotes  = "application/vnd.openxmlformats-officedocument.wordprocessingml.endnotes+xml"
	typeComments  = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
	typeCore      = "application/vnd.openxmlformats-package.core-properties+xml"
	typeApp       = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
	typeCustom    = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
	typeRels      = "application/vnd.openxmlformats-package.relationships+xml"
)

// Styles of things that are no paragraph of a flow.
const (
	ruleStyle     = "Đường kẻ"
	slotStyle     = "Khoảng trống"
	signStyle     = "Chỗ ký"
	bodyStyle     = "Nội dung" // of form; follows a heading
	figureStyle   = "Hình"
	pageStyle     = "Số trang"
	footnoteStyle = "footnote text" // Word's own name; shown in the reader's language
)
