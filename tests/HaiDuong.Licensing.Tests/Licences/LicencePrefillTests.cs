using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Licences;
using HaiDuong.Licensing.Domain.Procedures;
using NodaTime;
using NUnit.Framework;
using static HaiDuong.Licensing.Tests.Licences.GivenLicence;

namespace HaiDuong.Licensing.Tests.Licences;

/// <summary>What a request about a licence begins with.</summary>
public sealed class LicencePrefillTests
{
    private static readonly LicenceRule Rule = RuleOf(LicenceAct.Reissue) with { Subject = ["name"], Place = ["street"] };

    private static readonly Form Asked = new()
    {
        Name = "Đơn đề nghị cấp lại",
        Source = "OK",
        Verified = false,
        Sections =
        [
            new FormSection
            {
                Key = "all",
                Title = "Nội dung",
                Fields = [Text(Rule.NumberField), Text("name"), Text("street"), Text("owner") with { Lasting = true }, Text("reason")],
            },
        ],
    };

    private static readonly FormData Answers = new(
        Asked.Fields.Where(field => field.Key != Rule.NumberField).Select(field => KeyValuePair.Create(field.Key, field.Key))
    );

    [Test]
    public void Form_HasOfTheLicenceWhatItAsks() =>
        Assert.That(LicencePrefill.Form(GamePoint(), Rule, Asked), Is.EqualTo(FormData.Empty.With(Rule.NumberField, "14/GCN-TCCC")));

    [TestCase(true, new[] { "name", "street", "owner", "reason" })]
    [TestCase(false, new[] { "name", "street", "owner" })]
    public void Request_TakesAllOfTheDossierThatGaveTheLicence_AndOfALaterOneWhatStays(bool gaveIt, string[] keys)
    {
        var form = LicencePrefill.Request(GamePoint(), Rule, Asked, FormData.Empty, [new DeclaredForLicence(Answers, By.Now, gaveIt)], By.Today.AtMidnight());

        Assert.That(form.Values.Keys, Is.EquivalentTo(keys.Append(Rule.NumberField)));
    }

    [Test]
    public void Request_BelievesTheLatestDossierFirst()
    {
        DeclaredForLicence first = new(Answers, By.Now, GaveIt: true);
        DeclaredForLicence later = new(Answers.With("street", "Phố mới"), By.Now + Duration.FromDays(1), GaveIt: false);

        Assert.That(LicencePrefill.Request(GamePoint(), Rule, Asked, FormData.Empty, [first, later], By.Today.AtMidnight())["street"], Is.EqualTo("Phố mới"));
    }

    private static FormField Text(string key) =>
        new()
        {
            Key = key,
            Label = key,
            Type = FieldType.Text,
        };
}
