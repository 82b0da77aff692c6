using System.Globalization;
using System.Text;
using HaiDuong.Licensing.Documents.Templates;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Staff;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Workflows;

/// <summary>Everything under <c>workflows/</c> that pages and acts ask for: procedure versions, routes, offices and templates. Read once at start.</summary>
public sealed class ProcedureCatalogue
{
    private readonly Lock adopting = new();
    private readonly HashSet<(string Slug, LocalDate Day, int Edition)> withdrawn = [];
    private readonly WorkflowsFolder folder;
    private Procedures known;
    private Dictionary<string, string> routes;
    private TemplateFiles templates;
    private ProcedureLanguage language;
    private ProcedureSearch search;

    private ProcedureCatalogue(WorkflowsFolder folder, Procedures procedures, Organisation organisation, Dictionary<string, string> routes, PublicWords words)
    {
        this.folder = folder;
        known = procedures;
        FiledOrganisation = Organisation = organisation;
        this.routes = routes;
        templates = new TemplateFiles(folder);
        language = ProcedureLanguage.Load(folder);
        search = new ProcedureSearch(words);
    }

    /// <summary>Reads the files of a version that was published after this process started; null without a database.</summary>
    public Func<string, LocalDate, IReadOnlyDictionary<string, string>?>? Stored { get; init; }

    /// <summary>Every version of every procedure.</summary>
    public IReadOnlyList<Procedure> Versions => known.All;

    /// <summary>The departments and units of all days, as the files and the announcements on top of them tell.</summary>
    public Organisation Organisation { get; private set; }

    private Organisation FiledOrganisation { get; set; }

    /// <summary>Takes all announced successions, oldest first, in place of those taken before.</summary>
    public void Take(IReadOnlyList<UnitSuccession> announced) => (Organisation, AnnouncedSuccessions) = (FiledOrganisation.With(announced), announced.Count);

    /// <summary>How many announcements are in the organisation; 0 is the files alone.</summary>
    public int AnnouncedSuccessions { get; private set; }

    /// <summary>The ids of all routes.</summary>
    public IReadOnlyCollection<string> RouteIds => routes.Keys;

    /// <summary>Reads and checks the folder, all but the templates' inside, which <see cref="Problems"/> reads as well.</summary>
    /// <exception cref="WorkflowFilesException">A file is wrong; it lists every problem with file, line and sentence.</exception>
    public static ProcedureCatalogue Load(WorkflowsFolder folder, Func<string, LocalDate, IReadOnlyDictionary<string, string>?>? stored = null)
    {
        var problems = new List<WorkflowProblem>();
        var catalogue = Read(folder, problems, stored);
        return problems.Count == 0 ? catalogue : throw new WorkflowFilesException(problems);
    }

    /// <summary>Reads the folder again, at start only, when published versions were put in place of edited files.</summary>
    /// <exception cref="WorkflowFilesException">A file is wrong.</exception>
    public void ReadAgain(WorkflowsFolder folder)
    {
        var fresh = Load(folder);
        (known, FiledOrganisation, Organisation, AnnouncedSuccessions, routes, templates, language, search) = (
            fresh.known,
            fresh.Organisation,
            fresh.Organisation,
            0,
            fresh.routes,
            fresh.templates,
            fresh.language,
            fresh.search
        );
        withdrawn.Clear();
    }

    /// <summary>Takes in a version that was published, here or by another process, and lays its files out beside those of the folder.</summary>
    /// <exception cref="WorkflowFilesException">It is wrong.</exception>
    public Procedure Adopt(string slug, LocalDate day, IReadOnlyDictionary<string, string> files)
    {
        lock (adopting)
        {
            if (known.Find(slug, day) is { } there)
                return there;
            known = new Procedures(known.Read.Append(LaidOut(slug, day, files)));
            return known.Find(slug, day)!;
        }
    }

    /// <summary>
    /// Takes out a version that was withdrawn before its first day, once, whoever hears of it and how often: the one before it runs on, unless another was
    /// published from the same day since.
    /// </summary>
    /// <exception cref="WorkflowFilesException">The one that was published since is wrong.</exception>
    public void Withdraw(string slug, LocalDate day, int edition)
    {
        lock (adopting)
        {
            if (!withdrawn.Add((slug, day, edition)))
                return;
            var others = known.Read.Where(version => version.Key.Slug != slug || version.Key.InForceFrom != day).ToList();
            if (Stored?.Invoke(slug, day) is { } files)
                others.Add(LaidOut(slug, day, files));
            else
                ProcedureFiles.TakeAway(folder, slug, day);
            (known, templates) = (new Procedures(others), new TemplateFiles(folder));
        }
    }

    private KeyValuePair<Procedure, byte[]> LaidOut(string slug, LocalDate day, IReadOnlyDictionary<string, string> files)
    {
        ProcedureFiles.LayOut(folder, slug, day, files);
        var (procedure, whole) = ProcedureFiles.ReadVersion(folder, slug, day);
        return KeyValuePair.Create(procedure, whole);
    }

    /// <summary>Everything that one version says, each file whole: shared parts and texts are in their places, so nothing else can change it.</summary>
    /// <exception cref="FileNotFoundException">A template is not there.</exception>
    public IReadOnlyDictionary<string, string> FilesOf(Procedure procedure) =>
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [ProcedureFiles.FileName] = Encoding.UTF8.GetString(known.Resolved[known.Find(procedure.Slug, procedure.InForceFrom)!]),
            ["refusal.md"] = templates.Whole(templates.ResultPath(procedure, "refusal")),
            ["result.md"] = templates.Whole(templates.ResultPath(procedure, "result")),
        };

    /// <summary>Everything wrong with procedures, offices and templates of the folder.</summary>
    public static IReadOnlyList<WorkflowProblem> Problems(WorkflowsFolder folder)
    {
        var problems = new List<WorkflowProblem>();
        var catalogue = Read(folder, problems);
        catalogue.templates.Check(catalogue.Versions, problems);
        return problems;
    }

    /// <summary>The version of a procedure in force on a day; null when there is none.</summary>
    public Procedure? InForce(string slug, LocalDate date) => known.BySlug[slug].FirstOrDefault(version => version.IsInForce(date));

    /// <summary>The version of a procedure that begins last; null when there is none.</summary>
    public Procedure? Newest(string slug) => known.BySlug[slug].MaxBy(version => version.InForceFrom);

    /// <summary>The version that a dossier was received under.</summary>
    /// <exception cref="KeyNotFoundException">There is no such version.</exception>
    public Procedure Version(string slug, LocalDate inForceFrom) =>
        known.Find(slug, inForceFrom)
        ?? (Stored?.Invoke(slug, inForceFrom) is { } files ? Adopt(slug, inForceFrom, files) : null)
        ?? throw new KeyNotFoundException($"Procedure '{slug}' has no version in force from {inForceFrom:uuuu-MM-dd}.");

    /// <summary>What a procedure, or the kind of licence that it gives, is called: the short name of its newest version.</summary>
    public string KindName(string slug) => Newest(slug) is { } newest ? Shown(newest.ShortName) : slug;

    /// <summary>What the procedure of a dossier is called: the short name of the version that it was received under.</summary>
    public string NameOf(string slug, LocalDate inForceFrom) => Shown(Version(slug, inForceFrom).ShortName);

    /// <summary>As it is shown to who is served now; what is written is taken from the version itself.</summary>
    public Procedure Shown(Procedure version) => known.Resolved.TryGetValue(version, out var file) ? language.Of(version, file) : version;

    /// <summary>The version of a procedure in force on a day as it is shown to who is served now; null when there is none.</summary>
    public Procedure? ShownInForce(string slug, LocalDate date) => InForce(slug, date) is { } version ? Shown(version) : null;

    /// <summary>A text of the files as it is shown to who is served now.</summary>
    public string Shown(string text) => language.Of(text);

    /// <summary>The language of a text that stands in the files or was typed, where that is not the reader's.</summary>
    public string? LanguageOf(string text) => ProcedureLanguage.IsEnglish && text.Length > 0 && Shown(text) == text ? "vi" : null;

    /// <summary>A text of the files as it is written to somebody who reads a language.</summary>
    public string Told(string text, CultureInfo reads) => language.Told(text, reads);

    /// <summary>Lĩnh vực of a procedure: that of its newest version.</summary>
    public string FieldOf(string slug) => Newest(slug)?.Field ?? "";

    /// <summary>The procedures of a field.</summary>
    public IEnumerable<string> SlugsOf(string field) => known.BySlug.Select(versions => versions.Key).Where(slug => FieldOf(slug) == field);

    /// <summary>The procedures in force on a day, by field and name.</summary>
    public IReadOnlyList<Procedure> All(LocalDate date) =>
        [
            .. Versions
                .Where(version => version.IsInForce(date))
                .OrderBy(version => version.Field, StringComparer.Ordinal)
                .ThenBy(version => version.CatalogueId, StringComparer.Ordinal),
        ];

    /// <summary>The procedures in force on a day that somebody's words mean, in both languages, as they are shown to who is served now.</summary>
    public ProcedureHits Find(string? text, LocalDate date)
    {
        var found = search.Find(text ?? "", [.. All(date).Select(one => new SaidProcedure(one, string.Join(' ', Said(one), Said(Shown(one)))))]);
        return new ProcedureHits([.. found.Found.Select(Shown)], [.. found.Near.Select(Shown)]);

        static string Said(Procedure procedure) => $"{procedure.CatalogueId} {procedure.Code} {procedure.ShortName} {procedure.Name} {procedure.Field}";
    }

    /// <summary>The department that heads the pages on a day; who answers for a dossier is asked of the <see cref="Organisation"/>.</summary>
    /// <exception cref="InvalidOperationException">No department exists on the day.</exception>
    public Office Office(LocalDate date) => Organisation.Seat(date);

    /// <summary>A template of a procedure version: <c>result</c> or <c>refusal</c>.</summary>
    /// <exception cref="FileNotFoundException">There is no such template.</exception>
    public DocumentTemplate Template(Procedure procedure, string name) => templates.Read(templates.ResultPath(procedure, name));

    /// <summary>
    /// A slip of a regime: <c>receipt</c>, <c>supplement</c>, <c>supplied</c>, <c>refusal</c>, <c>apology</c>, <c>stop</c>, <c>control</c>, <c>register</c>,
    /// <c>transfer</c> or <c>report</c>.
    /// </summary>
    /// <exception cref="SlipMissingException">The regime has no such slip; the start has said so.</exception>
    public DocumentTemplate Slip(string regime, string name)
    {
        try
        {
            return templates.Read(templates.SlipPath(regime, name));
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new SlipMissingException($"The slip '{name}' of '{regime}' is not there.", gone) { File = $"slips/{regime}/{name}.md" };
        }
    }

    /// <summary>The Elsa definition of a route, as its file holds it.</summary>
    /// <exception cref="KeyNotFoundException">There is no such route.</exception>
    public string RouteJson(string id) => routes.TryGetValue(id, out var json) ? json : throw new KeyNotFoundException($"There is no route '{id}'.");

    private static ProcedureCatalogue Read(
        WorkflowsFolder folder,
        List<WorkflowProblem> problems,
        Func<string, LocalDate, IReadOnlyDictionary<string, string>?>? stored = null
    )
    {
        var procedures = new Procedures(ProcedureFiles.Read(folder, problems));
        var told = new Organisation(OfficeFiles.Read(folder, problems));
        var definitions = Directory
            .EnumerateFiles(folder.Routes, "*.json")
            .ToDictionary(path => Path.GetFileNameWithoutExtension(path), File.ReadAllText, StringComparer.Ordinal);
        var faults = new OrganisationCheck(folder, told).Offices().ToList();
        var organisation = folder.Mergers ? told : told.AsFounded();
        var check = new OrganisationCheck(folder, organisation);
        problems.AddRange(faults);
        foreach (var procedure in procedures.All)
        {
            var file = folder.Shown(Path.Combine(ProcedureFiles.FolderOf(folder, procedure), ProcedureFiles.FileName));
            if (!definitions.ContainsKey(procedure.RouteId))
                problems.Add(WorkflowProblem.At(file, 1, "RouteUnknown", procedure.RouteId));
            if (faults.Count == 0)
                problems.AddRange(check.Division(procedure, file));
        }

        foreach (var (procedure, slug) in LicenceFileRules.Strangers(procedures.All))
            problems.Add(
                WorkflowProblem.At(
                    folder.Shown(Path.Combine(ProcedureFiles.FolderOf(folder, procedure), ProcedureFiles.FileName)),
                    1,
                    "LicenceGiverUnknown",
                    slug
                )
            );

        return new ProcedureCatalogue(folder, procedures, organisation, definitions, PublicWordFiles.Read(folder, problems)) { Stored = stored };
    }

    /// <summary>All versions at one moment.</summary>
    private sealed class Procedures
    {
        /// <param name="read">Each as its own file says it, with the file: none is ended by another one yet.</param>
        public Procedures(IEnumerable<KeyValuePair<Procedure, byte[]>> read)
        {
            Read = [.. read];
            Resolved = ProcedureFiles.Ended(Read);
            All = [.. Resolved.Keys];
            BySlug = All.ToLookup(procedure => procedure.Slug, StringComparer.Ordinal);
        }

        public IReadOnlyList<KeyValuePair<Procedure, byte[]>> Read { get; }

        public IReadOnlyDictionary<Procedure, byte[]> Resolved { get; }

        public IReadOnlyList<Procedure> All { get; }

        public ILookup<string, Procedure> BySlug { get; }

        public Procedure? Find(string slug, LocalDate day) => BySlug[slug].FirstOrDefault(version => version.InForceFrom == day);
    }
}
