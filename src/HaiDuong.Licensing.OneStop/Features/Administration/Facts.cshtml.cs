using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HaiDuong.Licensing.OneStop.Features.Administration;

/// <summary>What a lawyer still has to confirm, file by file.</summary>
[ForRoles(StaffRole.Administrator)]
public sealed class FactsModel(FactsQuery query) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "tap")]
    public string? FileKey { get; set; }

    [BindProperty(SupportsGet = true, Name = "tat-ca")]
    public bool All { get; set; }

    /// <summary>Words that the name of a file, one of its facts or a source key must have.</summary>
    [BindProperty(SupportsGet = true, Name = "tu-khoa")]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true, Name = "linh-vuc")]
    public string? Group { get; set; }

    public IReadOnlyList<FactFile> Files { get; private set; } = [];

    public IReadOnlyList<string> Groups => [.. Files.Select(file => file.Group).Where(group => group.Length > 0).Distinct()];

    /// <summary>The files that are looked for, by group.</summary>
    public IReadOnlyList<IGrouping<string, FactFile>> Found => [.. Files.Where(IsWanted).GroupBy(file => file.Group)];

    public FactFile? Shown { get; private set; }

    public IReadOnlyList<Fact> Facts => [.. Shown?.Facts.Where(fact => All || !Shown.Holds(fact)) ?? []];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Files = await query.ReadAsync(cancel);
        Shown = Files.FirstOrDefault(file => file.Key == FileKey);
        return FileKey is not null && Shown is null ? NotFound() : Page();
    }

    private bool IsWanted(FactFile file)
    {
        if (Group is { Length: > 0 } && file.Group != Group)
            return false;
        var words = VietnameseText.Fold(Text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
            return true;
        var said = VietnameseText.Fold(
            string.Join(
                ' ',
                file.Facts.Select(fact => $"{fact.Statement} {fact.Source} {string.Join(' ', file.SourcesOf(fact))} {fact.Doubt} {fact.Remark}")
                    .Prepend(file.Name)
            )
        );
        return words.All(word => said.Contains(word, StringComparison.Ordinal));
    }
}
