using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Filing;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using HaiDuong.Licensing.OneStop.Workflows;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Procedures;

/// <summary>No two inputs of one page have one name or one id, whatever keys a procedure gives its papers and fields.</summary>
public sealed class InputNameTests
{
    /// <summary>What the pages on which a form is typed name by themselves, besides the names with a dot, which no key has.</summary>
    private static readonly string[] OwnNames =
    [
        "go",
        "remove",
        "withoutPlace",
        "channel",
        "returnBy",
        "revision",
        "seenRevision",
        "stepId",
        "actKey",
        "xsrf",
        "ma",
        "handler",
        "submissionKey",
    ];

    private static readonly IReadOnlyList<Procedure> Versions = ProcedureCatalogue.Load(WorkflowsFolder.Find(AppContext.BaseDirectory)).Versions;

    [Test]
    public void PagesOfAForm_NameNothingTwice() =>
        Assert.That(
            Versions.SelectMany(procedure =>
                Twice(
                    procedure,
                    [
                        .. OwnNames,
                        .. Keys(procedure),
                        .. procedure
                            .Papers.Select(paper => new CountedPaper(paper, "", ""))
                            .SelectMany(line => new[] { line.FieldName, line.OriginalsName, line.CopiesName }),
                    ]
                )
            ),
            Is.Empty
        );

    [Test]
    public void PageThatAsks_NamesEachReasonOnce() =>
        Assert.That(
            Versions.SelectMany(procedure =>
                Twice(
                    procedure,
                    [
                        "reason",
                        "answerBy",
                        SentForm.SeenField,
                        .. procedure.Papers.Select(paper => SupplementItem.ReasonName(SupplementTarget.Paper, paper.Key)),
                        .. Keys(procedure).Select(key => SupplementItem.ReasonName(SupplementTarget.Field, key)),
                    ]
                )
            ),
            Is.Empty
        );

    private static IEnumerable<string> Keys(Procedure procedure) =>
        procedure.Form.Fields.Select(field => field.Key).Concat(procedure.Form.Tables.Select(table => table.Key));

    /// <summary>A server reads names whatever their case.</summary>
    private static IEnumerable<string> Twice(Procedure procedure, IEnumerable<string> names) =>
        names
            .GroupBy(FieldId.Of, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Count() > 1)
            .Select(group => $"{procedure.Slug}: {string.Join(" = ", group)}");
}
