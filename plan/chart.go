package plan

// Chart is a chart of horizontal bars "biểu đồ". Who does not see it gets the same figures
// in words.
type Chart struct {
	Caption string `yaml:"caption" vi:"tên biểu đồ" need:"yes" eg:"Tỷ lệ thực hiện so với kế hoạch (%)"`
	Bars    []Bar  `yaml:"bars" vi:"các thanh" need:"yes" eg:"[{name: Tập thể, value: 7}, {name: Cá nhân, value: 26}]"`
	// Mark is drawn as a line across the bars. Empty: no line.
	Mark Number `yaml:"mark" vi:"vạch mốc" eg:"100" help:"vẽ một vạch đứng ở giá trị này" within:"0..1000000000000"`
}

// Bar is a bar of a Chart "thanh".
type Bar struct {
	Name  string `yaml:"name" vi:"tên" need:"yes"`
	Value Number `yaml:"value" vi:"giá trị" need:"yes" within:"0..1000000000000"`
}
