namespace DynamoGen.Migrations.Tests.Letters;

[Table("old-letters", PartitionKey = "pk", SortKey = "sk")]
public sealed partial class OldLetters;

[Table("letters", PartitionKey = "pk", SortKey = "sk")]
public sealed partial class NewLetters;

/// <summary>As it was, in its second version.</summary>
[Entity<OldLetters>(Version = 2)]
[Key("LETTER#{Id}", "TEXT")]
public sealed partial record LegacyLetter
{
    public required string Id { get; init; }

    public required string Text { get; init; }

    [Upcast(from: 1, nameof(Text), StoredAs = "Body")]
    private static string TextOf(string body) => body;
}

/// <summary>As it shall be: with a copy, so that half of what an item can hold is too much.</summary>
[Entity<NewLetters>]
[Key("L#{Id}", "TEXT")]
public sealed partial record Letter
{
    public required string Id { get; init; }

    public required string Text { get; init; }

    public required string Copy { get; init; }
}

[Repository<LegacyLetter>]
public partial interface ILegacyLetters
{
    [Cached(60)]
    ValueTask<LegacyLetter?> Get(string id, CancellationToken cancellationToken = default);

    ValueTask Put(LegacyLetter letter, CancellationToken cancellationToken = default);

    [Update("SET Text = {text}")]
    ValueTask<bool> UpdateText(string id, string text, CancellationToken cancellationToken = default);
}

[Repository<Letter>]
public partial interface ILetters
{
    ValueTask<Letter?> Get(string id, CancellationToken cancellationToken = default);

    ValueTask Put(Letter letter, CancellationToken cancellationToken = default);

    [Update("SET Text = {text}, Copy = {text}")]
    ValueTask<bool> UpdateText(string id, string text, CancellationToken cancellationToken = default);
}

/// <summary>A migration without a way back.</summary>
[Migration<LegacyLetter, Letter>(typeof(ILegacyLetters), typeof(ILetters))]
public sealed partial class LetterMigration
{
    public static Letter Forward(LegacyLetter old) => new() { Id = old.Id, Text = old.Text, Copy = old.Text };
}
