using DynamoGen.Tests.Serialization;
using FsCheck;
using FsCheck.Fluent;

namespace DynamoGen.Tests.Versions;

/// <summary>Whatever an older version stored, it is read as its upcasters make it, one after the other.</summary>
public sealed class MergedPropertyPropertyTests
{
    private static readonly Gen<string?> Text = Gen.Elements<string?>(null, "", "a", "a b", "none", "x y z", "ä\"\\");

    private static readonly Gen<FirstAddress?> Addresses = Text.Four()
        .Select(texts => texts.Item1 is null ? null : new FirstAddress(texts.Item2 ?? "s", texts.Item3, texts.Item4));

    [Fact]
    public void Items_of_version_1_are_what_the_upcasters_make_of_them_in_turn() => Prop.ForAll(Persons().ToArbitrary(), Agree).Check(
        Config.QuickThrowOnFailure.WithMaxTest(400));

    private static void Agree(FirstPerson first) =>
        Assert.Equal(ByHand(first), Wire.Read<Person, Person.Marshaller>(Wire.Write<FirstPerson, FirstPerson.Marshaller>(first)));

    private static Gen<FirstPerson> Persons() =>
        from names in Text.Four()
        from others in Text.Three()
        from address in Addresses
        from score in Gen.Choose(-1000, 1000)
        select new FirstPerson("t", "1")
        {
            FirstName = names.Item1 ?? "first",
            LastName = names.Item2,
            Title = names.Item3,
            Note = names.Item4,
            Phone = others.Item1,
            Email = others.Item2,
            Address = address,
            Score = score,
        };

    private static Person ByHand(FirstPerson first) => new(first.Team, first.Id)
    {
        Name = Person.NameOf(first.FirstName!, first.LastName),
        Title = Person.TitleOf(first.Title),
        Degree = Person.DegreeOf(first.Title),
        Address = Person.AddressOf(first.Address),
        City = Person.CityOf(first.Address),
        Contact = Person.ContactOf(first.Phone, first.Email ?? "none"),
        Remark = Person.RemarkOf(first.Note),
        Score = Person.ScoreOf(Person.ScoreOf(first.Score)),
    };
}
