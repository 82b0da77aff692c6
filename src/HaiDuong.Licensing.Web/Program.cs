using HaiDuong.Licensing.Web;
using HaiDuong.Licensing.Web.Commands;

return CommandLine.Knows(args) ? await CommandLine.RunAsync(args) : await OfficeWeb.RunAsync(args);

/// <summary>The entry point; public so that tests can host the program.</summary>
public partial class Program;
