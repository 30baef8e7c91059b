namespace DynamoGen.Tests.Marks;

/// <summary>A table that another program fills with items without marks, and this one with items that carry them.</summary>
[Table("unmarked", Marks = ItemMarks.Optional, TypeAttribute = "kind", VersionAttribute = "shape")]
public sealed partial class UnmarkedShop;

[ItemCollection(typeof(Patron), typeof(Loan))]
public interface IOfPatron;

[Entity<UnmarkedShop>(Name = "patron")]
[Key("PATRON#{Id}", "PROFILE")]
public sealed partial record Patron(string Id) : IOfPatron
{
    public string? City { get; init; }
}

[Entity<UnmarkedShop>(Name = "loan", Version = 2)]
[Key("PATRON#{Patron}", "LOAN#{Number}")]
public sealed partial record Loan(string Patron, int Number) : IOfPatron
{
    public long Cents { get; init; }

    public string? Note { get; init; }

    [Upcast(1, nameof(Cents))]
    internal static long CentsOf([StoredAs("Euros")] int euros) => euros * 100L;
}

/// <summary>An entity of the same partitions, which <see cref="IOfPatron"/> does not name.</summary>
[Entity<UnmarkedShop>(Name = "fine")]
[Key("PATRON#{Patron}", "FINE#{Number}")]
public sealed partial record Fine(string Patron, int Number);

[ItemCollection]
public sealed partial record PatronWithLoans
{
    public required Patron Patron { get; init; }

    public required IReadOnlyList<Loan> Loans { get; init; }
}

[Repository<Patron>]
public partial interface IPatrons
{
    ValueTask Put(Patron patron);

    [ConsistentRead]
    ValueTask<PatronWithLoans?> Whole(string id);

    [ConsistentRead]
    ValueTask<IReadOnlyList<IOfPatron>> AllOf(string id);

    [AllowScan("Tests look at all of it.")]
    IAsyncEnumerable<Patron> ScanAll();

    [AllowScan("Tests look at all of it."), Filter("City = {city}")]
    IAsyncEnumerable<Patron> ScanCity(string city);

    [AllowScan("Tests look at all of it.")]
    IAsyncEnumerable<IOfPatron> ScanItems(int segments);

    [AllowScan("Tests look at all of it.")]
    ValueTask<long> CountAll();
}

[Repository<Loan>]
public partial interface ILoans
{
    ValueTask<Loan?> Get(string patron, int number);

    ValueTask Put(Loan loan);

    [Update("SET Note = {note}")]
    ValueTask<Loan> UpdateNote(string patron, int number, string note);
}
