using System.Text.RegularExpressions;
using HaiDuong.Licensing.OneStop.Access.Passwords;
using HaiDuong.Licensing.OneStop.Ui.Entry;
using HaiDuong.Licensing.Tests.Architecture;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Ui;

public sealed partial class TypedAgainTests
{
    [Test]
    public void Texts_AreWhatAPersonWrote_NumbersToo_AndNothingOfOurs()
    {
        var fields = TypedAgain.Fields(
            Form(
                ("xsrf", "CfDJ8 1"),
                ("seenRevision", "7"),
                ("sent", "3"),
                ("page", "0199a2c4-0000-7000-8000-000000000000"),
                ("documentType", "propaganda"),
                ("applicant.phone", "02203850111"),
                ("documentTitle", "Sổ tay")
            )
        );

        Assert.That(fields.Select(field => field.Key), Does.Not.Contain("xsrf").And.Contain("seenRevision"));
        Assert.That(TypedAgain.Texts(fields), Is.EqualTo((string[])["02203850111", "Sổ tay"]));
    }

    [Test]
    public void Fields_OfAFormWithAPassword_AreNone() => Assert.That(TypedAgain.Fields(Form(("Name", "mot-cua"), ("Password", "bí mật"))), Is.Empty);

    // Whatever is typed into a box of dots is never shown again.
    [Test]
    public void Fields_OfAFormWithAnyFieldForPasswords_AreNone()
    {
        var names = SourceTree
            .Files("src/HaiDuong.Licensing.OneStop", "*.cshtml")
            .SelectMany(file => PasswordBox().Matches(File.ReadAllText(file)))
            .Select(box => box.Groups["name"].Value)
            .Select(name => name.EndsWith("StepUp.Field", StringComparison.Ordinal) ? StepUp.Field : name)
            .Distinct()
            .ToList();

        Assert.That(names, Does.Contain(StepUp.Field).And.Contain("old").And.Contain("Password"));
        Assert.That(names.Where(name => TypedAgain.Fields(Form((name, "bí mật 1"), ("note", "Ký"))).Count > 0), Is.Empty);
    }

    [GeneratedRegex("<hd-field (?:name|for)=\"@?(?<name>[^\"]+)\" type=\"password\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PasswordBox();

    private static FormCollection Form(params (string Name, string Value)[] fields) =>
        new(fields.ToDictionary(field => field.Name, field => new StringValues(field.Value)));
}
