using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Tests.Repositories;

namespace DynamoGen.Generator.Tests.Costs;

/// <summary>Costs of what is held, read or written in another form than as one item of one version.</summary>
public sealed class MeasuredFormTests(LocalServer server) : MeasuredCost(server, CostedForms.Text)
{
    private const string Branch = "BRANCH#0000000001";

    [Fact]
    public async Task Writes_of_local_indexes_cost_what_is_said()
    {
        var book = Book(1);
        var size = CostedShop.SizeOf(book);
        Assert.Equal(Shop.Stated("CreateBook").Write(size, CopyBytes).Most, await WrittenAsync("IBooks", "CreateBook", size, book));
        await WrittenAsync("IBooks", "PutBook", size, book);
        Assert.Equal(Shop.Stated("PutBook").Write(size, CopyBytes).Fewest, await WrittenAsync("IBooks", "PutBook", size, book));
        Assert.Equal(Shop.Stated("PutBook").Write(size, CopyBytes).Most, await WrittenAsync("IBooks", "PutBook", size, Book(1, "other")));
        Assert.Equal(Shop.Stated("UpdateTitle").Write(size, CopyBytes).Most, await WrittenAsync("IBooks", "UpdateTitle", size, 1, 1, "third"));
        await WrittenAsync("IBooks", "UpdateTitle", size, 1, 1, "third");
        await WrittenAsync("IBooks", "UpdateShelf", size, 1, 1, "fourth");
        await WrittenAsync("IBooks", "UpdateShelf", size, 1, 1, "fourth");
        await WrittenAsync("IBooks", "UpdateBody", size, 1, 1, Body);
        Assert.Equal(Shop.Stated("DeleteBook").Write(size, CopyBytes).Most, await WrittenAsync("IBooks", "DeleteBook", size, 1, 1));
        await WrittenAsync("IBooks", "DeleteBook", 1, 1, 1);
    }

    [Fact]
    public async Task Reads_of_local_indexes_and_collections_cost_what_is_said()
    {
        var all = await ThreeBooksAsync();
        await ReadAsync("IBooks", "Near", [all], 1);
        await ReadAsync("IBooks", "NearConsistently", [all], 1);
        await ReadAsync("IBooks", "Collection", [all], 1);
        await ReadAsync("IBooks", "CollectionConsistently", [all], 1);
    }

    [Fact]
    public async Task Keys_of_a_local_index_are_read_from_the_index_alone()
    {
        await ThreeBooksAsync();
        using var client = Client();
        var request = new QueryRequest(Shop.Table)
        {
            IndexName = "lean",
            KeyConditionExpression = "pk = :p",
            ExpressionAttributeValues = new() { [":p"] = new AttributeValue(Branch) },
            ReturnConsumedCapacity = ReturnConsumedCapacity.INDEXES,
        };

        // DynamoDB Local fetches from the table whatever a projection names, which the pattern's does; AWS reads what the index holds from there.
        var consumed = (await client.QueryAsync(request, TestContext.Current.CancellationToken)).ConsumedCapacity;
        Assert.Equal(Shop.Stated("Lean").Read(3 * CopyBytes), consumed.LocalSecondaryIndexes["lean"].CapacityUnits);
        Assert.Equal(0, consumed.Table.CapacityUnits);
    }

    [Fact]
    public async Task What_is_read_from_the_table_too_costs_what_is_said()
    {
        var each = await ThreeBooksAsync() / 3;
        await ReadAsync("IBooks", "Hydrated", [3 * CopyBytes, each, each, each], "ann");
        await ReadAsync("IBooks", "Fetched", [3 * CopyBytes, each, each, each], 1);
        await ReadAsync("IBooks", "FetchedConsistently", [3 * CopyBytes, each, each, each], 1);
    }

    [Fact]
    public async Task Locked_items_in_an_index_of_several_attributes_cost_what_is_said()
    {
        var size = CostedShop.SizeOf(Match(0, "A"));
        await WrittenAsync("IMatches", "CreateMatch", size, Match(0, "A"));
        await WrittenAsync("IMatches", "ReplaceMatch", size, Match(1, "A"));
        await WrittenAsync("IMatches", "PutMatch", size, Match(2, "B"));
        await WrittenAsync("IMatches", "UpdateScore", size, 1, 5, 3L);
        await WrittenAsync("IMatches", "UpdateBracket", size, 1, "C", 4L);
        await ReadAsync("IMatches", "OfRound", [size], "eu", 1);
        await WrittenAsync("IMatches", "UpdateNoBracket", size, 1, 5L);
        await WrittenAsync("IMatches", "UpdateScore", size, 1, 6, 6L);
        await WrittenAsync("IMatches", "DeleteMatch", size, Match(7, null));
    }

    [Fact]
    public async Task Unknown_attributes_can_be_the_key_of_an_index()
    {
        var size = CostedShop.SizeOf(Note("x"));
        var alone = Shop.Stated("CreateNote").Write(size, CopyBytes).Fewest;
        Assert.Equal(2 * alone, await WrittenAsync("INotes", "CreateNote", size, Note("x")));
        Assert.Equal(3 * alone, await WrittenAsync("INotes", "PutNote", size, Note("y")));
        await WrittenAsync("INotes", "UpdateSize", size, 1, 8);
        await WrittenAsync("INotes", "PutNote", size, Note(null));
        Assert.Equal(Shop.Stated("UpdateSize").Write(size, CopyBytes).Fewest, await WrittenAsync("INotes", "UpdateSize", size, 1, 9));
        await WrittenAsync("INotes", "DeleteNote", size, 1);
    }

    [Theory]
    [InlineData("UpdateLength")]
    [InlineData("UpdateAuthor")]
    public async Task Update_that_meets_an_older_version_costs_what_is_said(string pattern)
    {
        await Shop.MeasureAsync("IOldPapers", "PutOldPaper", Shop.New("OldPaper", 1, "ann", Body, 7));
        var size = CostedShop.SizeOf(Shop.New("Paper", 1, "ann", Body, "7 pages"));
        var stated = Shop.Stated(pattern);
        var (update, upgrade) = (stated.Write(size, CopyBytes), stated.Upgrade(size));

        // DynamoDB does not say what the update that fails has consumed: there AWS's rule stands.
        var measured = await Shop.MeasureAsync("IPapers", pattern, 1, "eve");
        Assert.InRange(measured, update.Fewest + upgrade.Fewest, update.Most + upgrade.Most);
        await WrittenAsync("IPapers", pattern, size, 1, "bob");
    }

    private async Task<int> ThreeBooksAsync()
    {
        for (var id = 1; id <= 3; id++)
        {
            await Shop.MeasureAsync("IBooks", "PutBook", Book(id));
        }

        return 3 * CostedShop.SizeOf(Book(1));
    }

    private object Book(int id, string text = "first") => Shop.New("Book", 1, id, text, text, text == "first" ? "ann" : "eve", Body);

    private object Match(long revision, string? bracket)
    {
        var match = Shop.New("Match", 1, "eu", 1, bracket, Body, 5);
        match.GetType().GetProperty("Revision")!.SetValue(match, revision);
        return match;
    }

    private object Note(string? extra)
    {
        var note = Shop.New("Note", 1, Body, 7);
        var others = new Dictionary<string, AttributeValue>();
        if (extra is not null)
        {
            others["Extra"] = new AttributeValue(extra);
        }

        note.GetType().GetProperty("Others")!.SetValue(note, others);
        return note;
    }
}
