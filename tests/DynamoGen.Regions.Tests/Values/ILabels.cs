using DynamoGen.Regions.Values;
using DynamoGen.Transactions;

namespace DynamoGen.Regions.Tests.Values;

[Repository<Label>]
public partial interface ILabels
{
    [ConsistentRead]
    ValueTask<Label?> Get(string id);

    ValueTask<Label> Put(Label label);

    ValueTask PutMany(IEnumerable<Label> labels);

    [Update("SET Tags = {tags}")]
    ValueTask<Label> UpsertTags(string id, RegionalSet<string> tags);

    [Update("SET Name = {name}")]
    ValueTask<Label> UpsertName(string id, RegionalRegister<string> name);

    [Update("SET Name = {name}, Tags = {tags}, Comment = {comment}")]
    WriteAction UpsertAllAction(string id, RegionalRegister<string> name, RegionalSet<string> tags, string comment);

    [Update("SET Comment = {comment}")]
    ValueTask UpsertComment(string id, string comment);

    ValueTask Delete(string id);
}
