namespace DynamoGen.Tests.Versions;

[Table("people")]
public sealed partial class People;

public sealed record FirstAddress(string Street, string? City, string? Zip);

/// <summary>The person as the first deployment wrote it.</summary>
[Entity<People>(Name = "Person")]
[Key("TEAM#{Team}", "PERSON#{Id}")]
public sealed partial record FirstPerson(string Team, string Id)
{
    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    public string? Title { get; init; }

    public FirstAddress? Address { get; init; }

    public string? Phone { get; init; }

    [AttributeName("mail")]
    public string? Email { get; init; }

    public string? Note { get; init; }

    public int Score { get; init; }
}

public sealed record PersonName(string First, string? Last);

public sealed record Place(string? Zip);

public sealed record Address(string Street, Place Place);

public sealed record Contact(string? Phone, string Email);

/// <summary>
/// As it is now: names are merged, titles split, the city moved out of the address and the zip further into it, ways of contact moved into an object of
/// their own, the note renamed, the score retyped. Version 2 had given names in another attribute, and nothing else that was new.
/// </summary>
[Entity<People>(Version = 3)]
[Key("TEAM#{Team}", "PERSON#{Id}")]
public sealed partial record Person(string Team, string Id)
{
    public required PersonName Name { get; init; }

    public string? Title { get; init; }

    public string? Degree { get; init; }

    public Address? Address { get; init; }

    public string? City { get; init; }

    public Contact? Contact { get; set; } = new("initial", "initial");

    public string? Remark { get; init; }

    public decimal Score { get; init; }

    [Upcast(1, nameof(Name))]
    internal static PersonName NameOf(string firstName, string? lastName) => new(firstName, lastName);

    [Upcast(2, nameof(Name))]
    internal static PersonName NameOfGiven([StoredAs("given")] string first, [StoredAs("LastName")] string? last) => new(first, last);

    [Upcast(2, nameof(Title))]
    internal static string? TitleOf(string? title) => title?.Split(' ')[0];

    [Upcast(2, nameof(Degree), StoredAs = "Title")]
    internal static string? DegreeOf(string? title) => title?.Split(' ') is [_, var degree] ? degree : null;

    [Upcast(2, nameof(Address))]
    internal static Address? AddressOf(FirstAddress? stored) => stored is null ? null : new(stored.Street, new Place(stored.Zip));

    [Upcast(2, nameof(City))]
    internal static string? CityOf([StoredAs("Address")] FirstAddress? stored) => stored?.City;

    [Upcast(2, nameof(Contact))]
    internal static Contact? ContactOf(string? phone, [StoredAs("mail")] string email = "none") => phone == "none" ? null : new(phone, email);

    [Upcast(2, nameof(Remark), StoredAs = "Note")]
    internal static string? RemarkOf(string? note) => note;

    [Upcast(1, nameof(Score))]
    internal static long ScoreOf(int stored) => stored * 10L;

    [Upcast(2, nameof(Score))]
    internal static decimal ScoreOf(long stored) => stored / 100m;
}

/// <summary>A part of a person, of which older items hold all pieces.</summary>
[Projection<Person>]
public sealed partial record PersonCard(PersonName Name, string? City, Contact? Contact);

[ItemCollection]
public sealed partial record Team
{
    public required IReadOnlyList<Person> Persons { get; init; }

    public required IReadOnlyList<Invoice> Invoices { get; init; }
}

[Repository<FirstPerson>]
public partial interface IFirstPersons
{
    ValueTask Put(FirstPerson person);
}

[Repository<Person>]
public partial interface IPersons
{
    ValueTask<Person?> Get(string team, string id);

    IAsyncEnumerable<Person> Of(string team);

    IAsyncEnumerable<PersonCard> CardsOf(string team);

    IAsyncEnumerable<Person> GetMany(IEnumerable<Person.PrimaryKey> keys);

    ValueTask<Team?> Whole(string team);

    [AllowScan("the test reads all")]
    IAsyncEnumerable<Person> ScanAll(int segments);

    [Filter("Remark = {remark}")]
    IAsyncEnumerable<Person> WithRemark(string team, string remark);

    [Update("SET Remark = {remark}")]
    ValueTask<Person> UpdateRemark(string team, string id, string remark);

    [Update("SET City = {city}"), Condition("Remark = {remark}")]
    ValueTask<bool> UpdateCityIf(string team, string id, string city, string remark);
}
