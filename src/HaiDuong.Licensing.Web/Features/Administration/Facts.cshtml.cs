using HaiDuong.Licensing.Domain.Procedures;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HaiDuong.Licensing.Web.Features.Administration;

/// <summary>What a lawyer still has to confirm, file by file.</summary>
public sealed class FactsModel(FactsQuery query) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "tap")]
    public string? FileKey { get; set; }

    [BindProperty(SupportsGet = true, Name = "tat-ca")]
    public bool All { get; set; }

    public IReadOnlyList<FactFile> Files { get; private set; } = [];

    public FactFile? Shown { get; private set; }

    public IReadOnlyList<Fact> Facts => [.. Shown?.Facts.Where(fact => All || !fact.Verified) ?? []];

    public IActionResult OnGet()
    {
        Files = query.Read();
        Shown = Files.FirstOrDefault(file => file.Key == FileKey);
        return FileKey is not null && Shown is null ? NotFound() : Page();
    }

    /// <summary>The sources behind the keys of a fact, in full; the text itself when it is not a key.</summary>
    public IEnumerable<string> SourcesOf(Fact fact) =>
        fact.Source.Split(',', StringSplitOptions.TrimEntries).Select(key => Shown!.Sources.TryGetValue(key, out var text) ? $"{key}: {text}" : key);
}
