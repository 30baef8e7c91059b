using DynamoGen.Tests.Repositories;

namespace DynamoGen.Tests.Projections;

public sealed class HydrationTests(LocalServer server) : LibraryTest(server)
{
    [Fact]
    public async Task Whole_items_come_in_the_order_of_the_index()
    {
        // More than one BatchGetItem takes.
        var books = Enumerable.Range(0, 230).Select(i => NewBook(i)).ToArray();
        await Books.PutMany(books.Reverse());
        using var spans = new Spans("IBooks.By");

        Assert.Equal(books, await Books.By("Woolf").ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal([(1, 230L), (3, 230L)], spans.Ended.Select(span => (span.Requests, span.Items)).Order());
    }

    [Fact]
    public async Task A_limit_holds_for_the_index_and_for_the_table()
    {
        var books = Enumerable.Range(0, 20).Select(i => NewBook(i)).ToArray();
        await Books.PutMany(books);
        using var spans = new Spans("IBooks.LatestBy");

        Assert.Equal(books.Reverse().Take(5), await Books.LatestBy("Woolf", limit: 5));
        Assert.Equal([5L, 5L], spans.Ended.Select(span => span.Items));
        Assert.Equal(books[0], await Books.FirstBy("Woolf"));
        Assert.Null(await Books.FirstBy("Joyce"));
    }

    [Fact]
    public async Task A_page_goes_on_from_its_cursor()
    {
        var books = Enumerable.Range(0, 20).Select(i => NewBook(i)).ToArray();
        await Books.PutMany(books);

        var first = await Books.PageBy("Woolf", 12, null);
        var second = await Books.PageBy("Woolf", 12, first.Cursor);

        Assert.Equal(books, first.Items.Concat(second.Items));
        Assert.Null(second.Cursor);
    }

    [Fact]
    public async Task Several_shards_are_hydrated_in_their_merged_order()
    {
        var books = Enumerable.Range(0, 30).Select(i => NewBook(i)).ToArray();
        await Books.PutMany(books);
        await Books.Put(NewBook(99) with { WithdrawnAt = LongAgo });

        Assert.Equal(books, await Books.BooksOfGenre(Genre.Novel).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(books[..4], await Books.BooksOfGenre(Genre.Novel, limit: 4).ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_local_index_is_hydrated_by_DynamoDB_itself()
    {
        var books = Enumerable.Range(0, 12).Select(i => NewBook(i)).ToArray();
        await Books.PutMany(books);
        using var spans = new Spans("IBooks.ByTitle");

        Assert.Equal(books[..10], await Books.ByTitle("north", "Title 000").ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(1, Assert.Single(spans.Ended).Requests);
    }

    [Fact]
    public async Task Keys_that_were_read_give_the_items()
    {
        var books = Enumerable.Range(0, 5).Select(i => NewBook(i)).ToArray();
        await Books.PutMany(books);
        var keys = await Books.KeysOf("Woolf").ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(books, (await Books.GetMany(keys).ToListAsync(TestContext.Current.CancellationToken)).OrderBy(book => book.Isbn));
    }
}
