using DynamoGen.Transactions;

namespace DynamoGen.Tests.Regions;

[Table("letters", Stream = StreamView.NewAndOldImages)]
[Replica("us-east-1")]
[Replica("eu-west-1")]
public sealed partial class LetterTable;

/// <summary>An entity whose writes say where they were made, and what they were based on.</summary>
[Entity<LetterTable>]
[Key("LETTER#{Id}", "LETTER")]
public sealed partial record Letter(int Id, string Text)
{
    [UpdatedRegion]
    public string? UpdatedIn { get; init; }

    [LineageMark]
    public string? Mark { get; init; }

    [LineageBase]
    public string? BasedOn { get; init; }
}

[Repository<Letter>]
public partial interface ILetters
{
    ValueTask<Letter?> Get(int id);

    ValueTask<Letter> Put(Letter letter);

    ValueTask<bool> Create(Letter letter);

    ValueTask PutMany(IEnumerable<Letter> letters);

    WriteAction PutAction(Letter letter);

    [Update("SET Text = {text}")]
    WriteAction UpdateAction(int id, string text);

    [Update("SET Text = {text}")]
    ValueTask<Letter> Update(int id, string text);

    [Update("SET Text = {text}")]
    ValueTask<Letter> Upsert(int id, string text);

    [Condition("Mark = {mark}")]
    ValueTask<bool> Replace(Letter letter, string mark);
}
