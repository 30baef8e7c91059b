using DynamoGen.Transactions;

namespace DynamoGen.Regions.Tests.Values;

[Repository<Page>]
public partial interface IPages
{
    [ConsistentRead]
    ValueTask<Page?> Get(string path);

    ValueTask Create(Page page);

    ValueTask Delete(string path);

    [Update("ADD Views {by}")]
    ValueTask<Page> UpsertViews(string path, long by);

    [Update("ADD Views {by}, Likes 1")]
    WriteAction UpsertBothAction(string path, long by);

    [Update("SET Title = {title}")]
    ValueTask UpsertTitle(string path, string title);
}
