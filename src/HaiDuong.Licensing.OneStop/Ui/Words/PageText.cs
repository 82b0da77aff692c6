using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Localization;

namespace HaiDuong.Licensing.OneStop.Ui.Words;

/// <summary>
/// The words of the view being written, from the .resx beside it: <c>@T["Heading"]</c>. Always HTML-encoded, and usable in
/// attributes. A word missing there is looked for in the components' own words.
/// </summary>
public sealed class PageText(IStringLocalizerFactory factory, IStringLocalizer<UiText> shared) : IViewContextAware
{
    private static readonly string Root = typeof(PageText).Assembly.GetName().Name!;
    private IStringLocalizer? _own;

    public LocalizedString this[string name] => Find(name, []);

    public LocalizedString this[string name, params object[] arguments] => Find(name, arguments);

    public void Contextualize(ViewContext viewContext)
    {
        var path = viewContext.ExecutingFilePath ?? viewContext.View.Path;
        var resource = Path.ChangeExtension(path, null).Replace('\\', '/').Trim('/').Replace('/', '.');
        _own = factory.Create($"{Root}.{resource}", Root);
    }

    private LocalizedString Find(string name, object[] arguments)
    {
        var found = _own?[name];
        if (found is null or { ResourceNotFound: true })
            found = shared[name];
        return arguments.Length == 0
            ? found
            : new LocalizedString(name, string.Format(CultureInfo.CurrentCulture, found.Value, arguments), found.ResourceNotFound);
    }
}
