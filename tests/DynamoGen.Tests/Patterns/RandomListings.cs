namespace DynamoGen.Tests.Patterns;

/// <summary>A filter, and what it means for an object in memory.</summary>
internal sealed record AskedListing(ItemFilter<Listing> Filter, Func<Listing, bool> Holds)
{
    private const int MostDepth = 3;

    private static readonly string[] Words = ["", "a", "ab", "b", "bc"];

    private static readonly ListingFields F = new();

    private static readonly Func<Random, AskedListing>[] Tests =
    [
        random => Grade(random) is var grade ? new(F.Grade == grade, listing => listing.Grade == grade) : null!,
        random => Grade(random) is var grade ? new(F.Grade != grade, listing => listing.Grade != grade) : null!,
        random => Grades(random) is var grades ? new(F.Grade.In(grades), listing => grades.Contains(listing.Grade)) : null!,
        random => Grade(random) is var grade ? new(F.Rank >= grade, listing => listing.Rank >= grade) : null!,
        random => Number(random) is var price ? new(F.Price < price, listing => listing.Price < price) : null!,
        random => Number(random) is var price ? new(F.Price != price, listing => listing.Price != price) : null!,
        random => Number(random) is var price ? new(F.Price.Between(price, price + 1), listing => listing.Price >= price && listing.Price <= price + 1) : null!,
        _ => new(F.Price.IsAbsent(), listing => listing.Price is null),
        _ => new(F.Remark.IsAbsent(), listing => listing.Remark is null),
        _ => new(F.Remark.Exists(), listing => listing.Remark is not null),
        random => Word(random) is var word ? new(F.Remark == word, listing => listing.Remark == word) : null!,
        random => Word(random) is var word
            ? new(F.Remark.StartsWith(word), listing => listing.Remark?.StartsWith(word, StringComparison.Ordinal) == true)
            : null!,
        random => Number(random) is var size ? new(F.Remark.Size <= size, listing => listing.Remark?.Length <= size) : null!,
        _ => new(F.Unset.IsAbsent(), listing => listing.Unset is null),
        _ => new(F.Unset.Exists(), listing => listing.Unset is not null),
        _ => new(F.Unset == "set", listing => listing.Unset == "set"),
        random => (random.Next(2) == 0) is var open ? new(F.Open == open, listing => listing.Open == open) : null!,
        random => Number(random) is var votes ? new(F.Votes < votes, listing => listing.Votes < votes) : null!,
        random => Number(random) is var votes ? new(F.Votes == votes, listing => listing.Votes == votes) : null!,
        random => Number(random) is var votes ? new(F.Votes != votes, listing => listing.Votes != votes) : null!,
        random => Number(random) is var votes ? new(F.Votes.In(votes, votes + 2), listing => listing.Votes == votes || listing.Votes == votes + 2) : null!,
        random => Number(random) is var votes ? new(F.Votes.Between(-1, votes), listing => listing.Votes <= votes) : null!,
        random => Word(random) is var word ? new(F.Label == word, listing => listing.Label == word) : null!,
        random => Word(random) is var word ? new(F.Label != word, listing => listing.Label != word) : null!,
        random => Word(random) is var word ? new(F.Label > word, listing => string.CompareOrdinal(listing.Label, word) > 0) : null!,
        random => Word(random) is var word ? new(F.Label <= word, listing => string.CompareOrdinal(listing.Label, word) <= 0) : null!,
        random => Word(random) is var word ? new(F.Label.Contains(word), listing => listing.Label.Contains(word, StringComparison.Ordinal)) : null!,
        random => Number(random) is var size ? new(F.Label.Size < size, listing => listing.Label.Length < size) : null!,
        random => Word(random) is var word ? new(F.Title > word, listing => string.CompareOrdinal(listing.Title, word) > 0) : null!,
        random => Word(random) is var word ? new(F.Tags.Contains(word), listing => listing.Tags.Contains(word)) : null!,
        random => Number(random) is var size ? new(F.Tags.Size < size, listing => listing.Tags.Count < size) : null!,
        random => Number(random) is var size ? new(F.Sizes.Contains(size), listing => listing.Sizes?.Contains(size) == true) : null!,
        random => Number(random) is var size ? new(F.Sizes.Size == size, listing => (listing.Sizes?.Count ?? 0) == size) : null!,
        random => Word(random) is var word ? new(F.Notes.Contains(word), listing => listing.Notes.Contains(word)) : null!,
        random => Number(random) is var size ? new(F.Notes.Size >= size, listing => listing.Notes.Count >= size) : null!,
        random => Word(random) is var word ? new(F.Place.Town.Name == word, listing => listing.Place?.Town.Name == word) : null!,
        random => Word(random) is var word ? new(F.Place.Town.Name != word, listing => listing.Place?.Town.Name != word) : null!,
        _ => new(F.Place.Town.Zip.IsAbsent(), listing => listing.Place?.Town.Zip is null),
        random => Word(random) is var word
            ? new(F.Place.Other.Zip.Contains(word), listing => listing.Place?.Other?.Zip?.Contains(word, StringComparison.Ordinal) == true)
            : null!,
        _ => new(F.Place.Exists(), listing => listing.Place is not null),
        random => Time(random) is var time ? new(F.At < time, listing => listing.At < time) : null!,
        random => Time(random) is var time ? new(F.Until >= time, listing => listing.Until >= time) : null!,
        random => Code(random) is var code ? new(F.Code == code, listing => listing.Code == code) : null!,
    ];

    /// <summary>Every test once, and then whatever is made of them.</summary>
    public static AskedListing Some(Random random, int round) => round < Tests.Length ? Tests[round](random) : Some(random, MostDepth, random.Next(4));

    public static Listing SomeListing(Random random, int number) => new("s", number, Word(random) + "t")
    {
        Grade = Grade(random),
        Rank = Grade(random),
        Price = random.Next(3) == 0 ? null : Number(random),
        Remark = random.Next(3) == 0 ? null : Word(random),
        Unset = random.Next(2) == 0 ? null : "set",
        Open = random.Next(2) == 0,
        Votes = Number(random),
        Label = Word(random),
        Tags = [.. Words.Where(_ => random.Next(3) == 0)],
        Sizes = random.Next(2) == 0 ? null : [.. Enumerable.Range(0, random.Next(3))],
        Notes = [.. Words.Where(_ => random.Next(3) == 0)],
        Place = random.Next(3) == 0 ? null : new ListingPlace("x", Town(random)) { Other = random.Next(2) == 0 ? null : Town(random) },
        At = Time(random),
        Until = Time(random),
        Code = Code(random),
    };

    private static AskedListing Some(Random random, int depth, int kind)
    {
        if (depth == 0 || kind == 3)
        {
            return Tests[random.Next(Tests.Length)](random);
        }

        var (left, right) = (Some(random, depth - 1, random.Next(4)), Some(random, depth - 1, random.Next(4)));
        return kind switch
        {
            0 => new(left.Filter && right.Filter, listing => left.Holds(listing) && right.Holds(listing)),
            1 => new(left.Filter || right.Filter, listing => left.Holds(listing) || right.Holds(listing)),
            _ => new(!left.Filter, listing => !left.Holds(listing)),
        };
    }

    private static ListingGrade Grade(Random random) => (ListingGrade)random.Next(3);

    private static ListingGrade[] Grades(Random random) => [.. Enum.GetValues<ListingGrade>().Where(_ => random.Next(2) == 0)];

    private static int Number(Random random) => random.Next(4);

    private static string Word(Random random) => Words[random.Next(Words.Length)];

    private static ListingTown Town(Random random) => new(Word(random), random.Next(2) == 0 ? null : Word(random));

    private static DateTimeOffset Time(Random random) => new(2026, 1, 1 + random.Next(4), 0, 0, 0, TimeSpan.Zero);

    private static Guid Code(Random random) => new(random.Next(3), 0, 0, new byte[8]);
}
