using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Tests.Repositories;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Tests.Projections;

public sealed class ProjectionTests(LocalServer server) : LibraryTest(server)
{
    [Fact]
    public async Task An_index_holds_what_it_declares()
    {
        var table = await DescribeAsync();
        var author = table.GlobalSecondaryIndexes.Single(index => index.IndexName == "by-author").Projection;
        var genre = table.GlobalSecondaryIndexes.Single(index => index.IndexName == "by-genre").Projection;

        Assert.Equal(ProjectionType.KEYS_ONLY, author.ProjectionType);
        Assert.Equal(ProjectionType.INCLUDE, genre.ProjectionType);
        Assert.Equal(["Author", "OldShelf", "Shelf", "WithdrawnAt", "_t", "_v", "title"], genre.NonKeyAttributes.Order(StringComparer.Ordinal));
        Assert.Equal(ProjectionType.KEYS_ONLY, Assert.Single(table.LocalSecondaryIndexes).Projection.ProjectionType);
    }

    [Fact]
    public async Task A_projection_of_one_item_reads_its_attributes_only()
    {
        await Books.Put(NewBook(1));

        Assert.Equal(new Catalogued("Woolf", Genre.Novel, new DateOnly(1900, 1, 2), null), await Books.GetCatalogued("north", 1));
        Assert.Equal(new BookCard { Title = "Title 0001", Author = "Woolf", Shelf = new Place("A", 1) }, await Books.GetCard("north", 1));
        Assert.Null(await Books.GetCatalogued("north", 2));
    }

    [Fact]
    public async Task A_projection_knows_that_its_item_has_expired()
    {
        await Books.Put(NewBook(1) with { WithdrawnAt = LongAgo });

        Assert.Null(await Books.GetCatalogued("north", 1));
        Assert.NotNull(await Books.GetCard("north", 1));
        Assert.Empty(await Books.CardsOf("north"));
    }

    [Fact]
    public async Task A_projection_reads_items_of_older_versions()
    {
        await Services.GetRequiredService<IAmazonDynamoDB>().PutItemAsync(
            TableName,
            new Dictionary<string, AttributeValue>(Book.ToItem(NewBook(7)))
            {
                ["_v"] = new() { N = "1" },
                ["OldShelf"] = new("cellar"),
            },
            TestContext.Current.CancellationToken);

        Assert.Equal(new Place("cellar", 1), (await Books.GetCard("north", 7))!.Shelf);
        Assert.Equal(new Place("cellar", 1), Assert.Single(await Books.OfGenre(Genre.Novel).ToListAsync(TestContext.Current.CancellationToken)).Shelf);
    }

    [Fact]
    public async Task Pages_of_projections_are_filtered_by_what_they_do_not_read()
    {
        await Books.PutMany(Enumerable.Range(0, 30).Select(i => NewBook(i, genre: i % 3 == 0 ? Genre.Poetry : Genre.Novel)));
        var titles = new List<string>();
        string? cursor = null;
        do
        {
            var page = await Books.CardsOfGenre("north", Genre.Poetry, 4, cursor);
            titles.AddRange(page.Items.Select(card => card.Title));
            cursor = page.Cursor;
        }
        while (cursor is not null);

        Assert.Equal(Enumerable.Range(0, 10).Select(i => $"Title {i * 3:D4}"), titles);
    }

    [Fact]
    public async Task Keys_come_from_an_index_that_holds_nothing_else()
    {
        var books = Enumerable.Range(0, 10).Select(i => NewBook(i)).ToArray();
        await Books.PutMany([.. books, NewBook(50, author: "Joyce")]);

        Assert.Equal(books.Select(KeyOf), await Books.KeysOf("Woolf").ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(books[4..7].Select(KeyOf),
            await Books.KeysOf("Woolf", from: books[4].Published, limit: 3).ToListAsync(TestContext.Current.CancellationToken));
        var first = await Books.PageOfKeys("Woolf", 6, null);
        var second = await Books.PageOfKeys("Woolf", 6, first.Cursor);
        Assert.Equal(books.Select(KeyOf), [.. first.Items, .. second.Items]);
    }

    [Fact]
    public async Task Projections_of_several_shards_are_merged()
    {
        await Books.PutMany(Enumerable.Range(0, 40).Select(i => NewBook(i)));
        var expected = Enumerable.Range(0, 40).Select(i => $"Title {i:D4}");
        var titles = new List<string>();
        string? cursor = null;
        do
        {
            var page = await Books.PageOfGenre(Genre.Novel, 7, cursor);
            titles.AddRange(page.Items.Select(card => card.Title));
            cursor = page.Cursor;
        }
        while (cursor is not null);

        Assert.Equal(expected, titles);
        Assert.Equal(expected, await Books.OfGenre(Genre.Novel).Select(card => card.Title).ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_item_of_another_entity_is_no_projection_of_this_one()
    {
        var item = Book.ToItem(NewBook(1));
        item["_t"] = new AttributeValue("Newspaper");
        await Services.GetRequiredService<IAmazonDynamoDB>().PutItemAsync(TableName, item, TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<ItemFormatException>(() => Books.GetCard("north", 1).AsTask());
    }

    [Fact]
    public async Task A_key_of_another_entity_is_no_primary_key_of_this_one()
    {
        var item = Book.ToItem(NewBook(1));
        item["sk"] = new AttributeValue("NEWSPAPER#1");
        await Services.GetRequiredService<IAmazonDynamoDB>().PutItemAsync(TableName, item, TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<ItemFormatException>(() => Books.KeysOf("Woolf").ToListAsync(TestContext.Current.CancellationToken).AsTask());
    }
}
