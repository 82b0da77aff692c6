using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Typed;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Typed;

public sealed class TypedChoiceTests
{
    [TestCase("Post", ReturnBy.Post)]
    [TestCase("9", null)]
    [TestCase("1", null)]
    [TestCase("post", null)]
    [TestCase("Post,Online", null)]
    [TestCase("", null)]
    [TestCase(null, null)]
    public void Read_OfWhatIsNoNameOfAChoice_IsNothing(string? text, ReturnBy? choice) => Assert.That(TypedChoice.Read<ReturnBy>(text), Is.EqualTo(choice));
}
