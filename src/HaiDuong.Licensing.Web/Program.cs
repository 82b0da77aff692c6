using HaiDuong.Licensing.Web.Ui;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddUi();
var app = builder.Build();
app.UseUi();
app.MapRazorPages().WithStaticAssets();
app.Run();
