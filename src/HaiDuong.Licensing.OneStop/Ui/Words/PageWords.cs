using Microsoft.Extensions.Localization;

namespace HaiDuong.Licensing.OneStop.Ui.Words;

/// <summary>The words of a page, from the resource beside it: that of <c>RegisterModel</c> is <c>Register.resx</c>.</summary>
public sealed class PageWords<TModel>(IStringLocalizerFactory words)
{
    private readonly IStringLocalizer own = words.Create(typeof(TModel).FullName![..^"Model".Length], typeof(TModel).Assembly.GetName().Name!);

    public string this[string key, params object[] args] => own[key, args];
}
