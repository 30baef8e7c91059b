using DynamoGen.Transactions;

namespace DynamoGen.Regions.Tests.Tombstones;

[Repository<Draft>]
public partial interface IDrafts
{
    ValueTask<Draft?> Get(int id);

    [Get, IncludeExpired]
    ValueTask<Draft?> Buried(int id);

    ValueTask<Draft> Create(Draft draft);

    [Update("SET Text = {text}")]
    ValueTask<Draft> Update(int id, string text);

    [Tombstone]
    ValueTask<bool> Delete(int id);

    [Tombstone]
    ValueTask DeleteIfThere(int id);

    [Tombstone]
    ValueTask<Draft?> DeleteReturning(int id);

    [Tombstone]
    ValueTask<WriteOutcome> DeleteTelling(Draft draft);

    [Tombstone, Condition("Text = {text}")]
    ValueTask DeleteOf(int id, string text);

    [Tombstone]
    WriteAction DeleteAction(int id);

    [Delete]
    ValueTask Erase(int id);

    [Tombstone, Idempotent]
    ValueTask<bool> DeleteOnce(int id);
}
