using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Features.Shared;
using HaiDuong.Licensing.OneStop.Filing;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using HaiDuong.Licensing.OneStop.Workflows;

namespace HaiDuong.Licensing.OneStop.Features.Supplements;

/// <summary>One asked item with everything that its answer may call for, in the order of the form.</summary>
public sealed record SupplyPanel(SupplementItem Item, IReadOnlyList<SupplyPart> Parts, IReadOnlyList<PaperRequirement> Papers);

/// <summary>A field or a table of the form, and when its section is shown; null when always.</summary>
public sealed record SupplyPart(FormCondition? ShowWhen, FormFieldView? Field, FormRowsView? Rows);

/// <summary>What came with a press of a button.</summary>
/// <param name="Typed">Everything posted.</param>
/// <param name="SeenRevision">The count of acts that the person saw.</param>
/// <param name="Sends">Whether the answers are to be sent, not only the files kept.</param>
/// <param name="Channel">How it came to the counter.</param>
public sealed record SupplyPost(IFormCollection Typed, int SeenRevision, bool Sends, SubmissionChannel Channel = SubmissionChannel.Counter);

/// <summary>
/// Nội dung bổ sung: what was asked of a dossier with whatever depends on it, and what was typed and sent to answer it; the applicant's page and the
/// counter's alike.
/// </summary>
public sealed class SupplyForm(Rulebooks rulebooks, PaperUpload upload, SupplySupplement supply, PaperScans scans, SentForm form, OfficeClock clock)
{
    private Procedure procedure = null!;
    private FormData answers = FormData.Empty;
    private FormScope scope = null!;
    private bool isCounted;
    private bool isBlank;
    private IReadOnlyList<ShownPaper> sent = [];
    private IReadOnlyDictionary<string, int> extraRows = new Dictionary<string, int>();

    public Dossier Dossier { get; private set; } = null!;

    public SupplementRequest Asked { get; private set; } = null!;

    /// <summary>The asked papers with their counts, at the counter; null where whoever answers sends files alone.</summary>
    public PaperChecklist? Counts { get; private set; }

    /// <summary>Nothing was typed yet: a person begins at the first field.</summary>
    public bool IsFresh { get; private set; } = true;

    /// <summary>Nothing is asked any more: what was typed is shown, and cannot be sent.</summary>
    public bool IsTooLate { get; private set; }

    public bool IsSent { get; private set; }

    /// <summary>Those that are not beside the field of a paper.</summary>
    public IReadOnlyList<Refusal> Refusals { get; private set; } = [];

    public IReadOnlyList<Refusal> PaperRefusals { get; private set; } = [];

    public int Status => IsTooLate ? StatusCodes.Status409Conflict : FormRefusals.StatusOf([.. Refusals, .. PaperRefusals]);

    /// <summary>Whether an answer to what is asked has the register looked up.</summary>
    public bool AsksTheRegister => SupplySupplement.AsksTheRegister(Dossier, procedure, clock.Today) && LicenceRegister.IsAskedBy(procedure, answers);

    /// <summary>Takes the dossier; false when nothing may be sent: the time has run out, a withdrawal is asked, or it was sent.</summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="counts">Whether papers are counted, as at the counter.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <param name="blank">Whether whoever answers may not see what was answered and sent before.</param>
    public async Task<bool> OpenAsync(Dossier dossier, bool counts, CancellationToken cancel, bool blank = false)
    {
        (Dossier, procedure, answers) = (dossier, rulebooks.Shown(rulebooks.For(dossier)).Procedure, blank ? FormData.Empty : dossier.Form);
        (isCounted, isBlank) = (counts, blank);
        await ShowSentAsync(cancel);
        if (dossier.OpenSupplement(clock.Today) is not { } open)
            return false;
        (Asked, scope) = (open, dossier.ScopeOf(open, procedure));
        Counts = NoCounts();
        return true;
    }

    private PaperChecklist? NoCounts() => isCounted ? PaperChecklist.Read(Papers, new Dictionary<string, IReadOnlyList<string>>()) : null;

    private async Task ShowSentAsync(CancellationToken cancel) => sent = isBlank ? [] : await ShownPaper.OfAsync(Dossier.Papers, scans, cancel);

    public IReadOnlyList<ShownPaper> Sent(string key) => [.. sent.Where(shown => shown.Paper.Key == key && shown.Paper.Round == Asked.Round)];

    public CountedPaper? CountOf(string key) => Counts?.Lines.FirstOrDefault(line => line.Requirement.Key == key);

    /// <summary>What is asked, each item with what depends on it; nothing twice.</summary>
    public IReadOnlyList<SupplyPanel> Panels()
    {
        var sections = GeneratedForm.Of(procedure.Form, answers, Refusals, extraRows, procedure.Places);
        var shown = Asked.Items.Select(item => $"{item.Target}:{item.Key}").ToHashSet(StringComparer.Ordinal);
        return
        [
            .. Asked.Items.Select(asked =>
            {
                var item = asked with { Label = rulebooks.Catalogue.Shown(asked.Label) };
                if (item.Target == SupplementTarget.Paper)
                    return new SupplyPanel(item, [], []);
                var open = FormScope.Of(procedure, Dossier.Form, [item.Key]);
                var keys = open.Fields.Where(key => shown.Add($"{SupplementTarget.Field}:{key}")).Append(item.Key).ToHashSet(StringComparer.Ordinal);
                return new SupplyPanel(
                    item,
                    [.. sections.SelectMany(section => Parts(section, keys))],
                    [.. procedure.Papers.Where(paper => open.Papers.Contains(paper.Key) && shown.Add($"{SupplementTarget.Paper}:{paper.Key}"))]
                );
            }),
        ];
    }

    public void Read(IFormCollection typed)
    {
        var read = TypedForm.Read(procedure.Form, typed);
        (IsFresh, extraRows) = (false, read.ExtraRows);
        foreach (var key in scope.Fields)
            answers = procedure.Form.Tables.Any(table => table.Key == key)
                ? answers.WithRows(key, read.Data.RowsOf(key))
                : answers.With(key, read.Data[key] ?? "");
        if (Counts is not null)
            Counts = PaperChecklist.Read(Papers, read.Answers);
    }

    /// <summary>Takes the files that came along, then the answers where they are to be sent; what is refused stands in the refusals.</summary>
    public async Task TakeAsync(SupplyPost post, Actor actor, CancellationToken cancel)
    {
        // Files join the dossier in an act of their own; those that did before a line broke are no change by others.
        var joined = Dossier.Papers.Count(paper => paper.Round == Asked.Round);
        var seen = Dossier.Revision - post.SeenRevision is var since && since >= 0 && since <= joined ? null : (int?)post.SeenRevision;
        var files = await TakeFilesAsync(post.Typed, actor, cancel);
        List<Refusal> refused = [.. Counts?.Refusals ?? [], .. files];
        if (post.Sends && RowCommand.Read(post.Typed) is null)
        {
            form.HasUnread = refused.Count > 0;
            var request = new SupplySupplementRequest(Dossier.Id, seen ?? Dossier.Revision, answers)
            {
                Channel = post.Channel,
                Counted = Counts?.Papers(clock.Now) ?? [],
            };
            var result = await supply.DoAsync(request, actor, cancel);
            if (result.Done)
                Dossier = result.Dossier!;
            IReadOnlyList<Refusal> others = [.. result.Refusals.Where(refusal => refusal.Code != nameof(RefusalCode.FormUnread))];
            (IsSent, refused) = (result.Done, [.. files, .. Beside(files, Counts?.Beside(others) ?? others).Select(Counted)]);
        }

        if (!IsSent && Asked.IsOver(clock.Today))
            ShowTooLate(Asked, post.Typed);
        else
            (PaperRefusals, Refusals) = ([.. refused.Where(IsAboutAPaper)], [.. refused.Where(refusal => !IsAboutAPaper(refusal))]);
    }

    /// <summary>What was typed after nothing may be sent any more, and why it may not.</summary>
    public void ShowTooLate(SupplementRequest last, IFormCollection typed)
    {
        (Asked, scope, IsTooLate) = (last, Dossier.ScopeOf(last, procedure), true);
        Counts = NoCounts();
        Read(typed);
        var at =
            isBlank ? "Blind"
            : isCounted ? "AtCounter"
            : "";
        Refusals =
        [
            last switch
            {
                { AnsweredAt: { } sentAt } => new Refusal($"SupplementSent{at}", null, VietnameseDate.Print(sentAt)),
                _ when last.IsOver(clock.Today) => new Refusal(
                    isCounted ? nameof(RefusalCode.SupplementOverAtCounter) : nameof(RefusalCode.SupplementOver),
                    null,
                    last.AnswerBy
                ),
                _ => new Refusal($"SupplementNotAwaited{at}"),
            },
        ];
    }

    /// <summary>The asked papers, and those that an answer may call for.</summary>
    private IEnumerable<PaperRequirement> Papers =>
        procedure.Papers.Where(paper =>
            scope.Papers.Contains(paper.Key) || Asked.Items.Any(item => item.Target == SupplementTarget.Paper && item.Key == paper.Key)
        );

    /// <summary>Of a paper whose file was refused nobody is told that it is missing as well.</summary>
    private static IEnumerable<Refusal> Beside(IReadOnlyList<Refusal> files, IReadOnlyList<Refusal> others) =>
        others.Where(other => other.Field is null || files.All(file => file.Field != other.Field));

    /// <summary>At the counter a paper is counted, where the applicant sends a file.</summary>
    private Refusal Counted(Refusal refusal) =>
        Counts?.Lines.FirstOrDefault(line => line.FieldName == refusal.Field) is { } line
            ? refusal.Code switch
            {
                nameof(RefusalCode.SupplementPaperMissing) => new Refusal(nameof(RefusalCode.SupplementPaperNotCounted), line.OriginalsName, [.. refusal.Args]),
                nameof(RefusalCode.SupplementPapersFew) => new Refusal(refusal.Code, line.OriginalsName, [.. refusal.Args]),
                _ => refusal,
            }
            : refusal;

    private static bool IsAboutAPaper(Refusal refusal) => refusal.Field?.StartsWith("papers.", StringComparison.Ordinal) == true;

    private async Task<IReadOnlyList<Refusal>> TakeFilesAsync(IFormCollection typed, Actor actor, CancellationToken cancel)
    {
        var incoming = Papers
            .SelectMany(paper =>
                typed.Files.GetFiles(PaperUpload.FieldOf(paper.Key)).Select(file => new IncomingPaper(paper, file.FileName, file.OpenReadStream))
            )
            .ToList();
        List<ActResult> taken = [];
        if (incoming.Count > 0)
            taken.Add(await upload.AddAsync(Dossier.Id, incoming, actor, cancel));
        if (Guid.TryParse(typed["remove"], out var paperId))
            taken.Add(await upload.RemoveAsync(Dossier.Id, paperId, actor, cancel));
        if (Guid.TryParse(typed["withoutPlace"], out var photoId))
            taken.Add(await upload.TakePlaceOutAsync(Dossier, photoId, actor, cancel));
        Dossier = taken.LastOrDefault(result => result.Dossier is not null)?.Dossier ?? Dossier;
        await ShowSentAsync(cancel);
        return [.. taken.SelectMany(result => result.Refusals)];
    }

    private IEnumerable<SupplyPart> Parts(GeneratedSection section, HashSet<string> keys)
    {
        var filed = procedure.Form.Sections.Single(known => known.Key == section.Key);
        if (IsNever(filed.ShownWhen))
            yield break;
        foreach (
            var (field, condition) in section
                .Fields.Zip(filed.Fields, (view, field) => (view, field.ShownWhen))
                .Where(field => keys.Contains(field.view.Name) && !IsNever(field.ShownWhen))
        )
            yield return new SupplyPart(OnPage(filed.ShownWhen), field with { ShowWhen = OnPage(condition) }, null);
        if (section.Rows is { } rows && keys.Contains(rows.Name))
            yield return new SupplyPart(
                OnPage(filed.ShownWhen),
                null,
                rows with
                {
                    Columns = [.. rows.Columns.Zip(filed.Rows!.Fields, (view, column) => Column(filed.Rows, view, column.ShownWhen)).OfType<FormFieldView>()],
                }
            );
    }

    private FormFieldView? Column(FormRows table, FormFieldView view, FormCondition? condition) =>
        condition is null || table.Fields.Any(column => column.Key == condition.Field) ? view
        : IsNever(condition) ? null
        : view with { ShowWhen = OnPage(condition) };

    /// <summary>A condition over a field that is not on the page holds as the dossier stands, or never.</summary>
    private bool IsNever(FormCondition? condition) => condition is not null && !scope.Covers(condition.Field) && !condition.Holds(Dossier.Form);

    private FormCondition? OnPage(FormCondition? condition) => scope.Covers(condition?.Field) ? condition : null;
}
