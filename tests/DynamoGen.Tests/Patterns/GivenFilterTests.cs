using DynamoGen.Serialization;
using DynamoGen.Tests.Repositories;

namespace DynamoGen.Tests.Patterns;

/// <summary>Filters that a call puts together, on the real server: they find what a declared one of the same text finds.</summary>
public sealed class GivenFilterTests(LocalServer server) : PatternTest(server)
{
    private const int Rounds = 250;

    private static readonly ListingFields F = new();

    private IListings Listings => Get<IListings>();

    [Fact]
    public async Task A_random_filter_finds_what_it_finds_in_memory()
    {
        var random = new Random(23);
        var listings = Enumerable.Range(0, 40).Select(number => AskedListing.SomeListing(random, number)).ToArray();
        await PutAsync(listings);
        for (var round = 0; round < Rounds; round++)
        {
            var asked = AskedListing.Some(random, round);

            var found = await Listings.Search("s", asked.Filter);

            Assert.Equal((round, Text(listings.Where(asked.Holds))), (round, Text(found)));
        }
    }

    [Fact]
    public async Task A_filter_goes_with_every_query_and_scan_and_null_filters_nothing()
    {
        await PutAsync([.. Enumerable.Range(0, 8).Select(number => new Listing("s", number, "t") { Votes = number, Grade = (ListingGrade)(number % 2) })]);
        var many = ListingFields.Where(f => f.Votes > 2 && f.Votes != 5);

        Assert.Equal((int[])[3, 4, 6, 7], Numbers(await Listings.Of("s", many).ToListAsync()));
        Assert.Equal(7, (await Listings.Last("s", many))!.Number);
        Assert.Equal(4, await Listings.Count("s", many));
        Assert.True(await Listings.Exists("s", 3, many));
        Assert.False(await Listings.Exists("s", 5, many));
        Assert.Equal((int[])[3, 7], Numbers((await Listings.OfGrade(ListingGrade.Good, many)).Value));
        Assert.Equal((int[])[3, 4, 6, 7], Numbers((await Listings.All(2, many).ToListAsync()).OrderBy(listing => listing.Number)));
        Assert.Equal(4, await Listings.CountAll(many));

        Assert.Equal(8, (await Listings.Of("s", null).ToListAsync()).Count);
        Assert.Equal((8L, 8L), (await Listings.Count("s", null), await Listings.CountAll(null)));
        Assert.True(await Listings.Exists("s", 5, null));
        Assert.Equal(4, (await Listings.OfGrade(ListingGrade.Good, ListingFields.Where(_ => null))).Value.Count);
    }

    [Fact]
    public async Task A_declared_filter_holds_too()
    {
        await PutAsync([.. Enumerable.Range(0, 6).Select(number => new Listing("s", number, "t") { Votes = number, Open = number % 2 == 0 })]);
        var ends = F.Votes < 2 | F.Votes > 3;

        Assert.Equal((int[])[0, 1, 4, 5], Numbers(await Listings.Narrowed("s", null, null, ends)));
        Assert.Equal((int[])[0, 4], Numbers(await Listings.Narrowed("s", true, null, ends)));
        Assert.Equal((int[])[4], Numbers(await Listings.Narrowed("s", true, 1, ends)));
        Assert.Equal((int[])[2, 4], Numbers(await Listings.Narrowed("s", true, 1, null)));
        Assert.Equal((int[])[0, 1, 4], Numbers(await Listings.Beside("s", ends)));
        Assert.Equal((int[])[0, 1, 2, 4], Numbers(await Listings.Beside("s", null)));
    }

    [Fact]
    public async Task A_cursor_belongs_to_the_filter()
    {
        await PutAsync([.. Enumerable.Range(0, 9).Select(number => new Listing("s", number, "t") { Votes = number })]);
        var first = await Listings.Page("s", 2, null, F.Votes > 1 & F.Votes != 3);
        var second = await Listings.Page("s", 5, first.Cursor, F.Votes > 1 & F.Votes != 3);

        Assert.Equal((int[])[2, 4, 5, 6, 7, 8], Numbers(first.Items.Concat(second.Items)));
        ItemFilter<Listing>?[] others =
            [null, F.Votes > 2 & F.Votes != 3, F.Votes > 1, F.Votes > 1 | F.Votes != 3, F.Rank > ListingGrade.Good & F.Votes != 3];
        foreach (var other in others)
        {
            await Assert.ThrowsAsync<InvalidCursorException>(async () => await Listings.Page("s", 2, first.Cursor, other));
        }
    }

    [Fact]
    public async Task What_was_renamed_is_found_under_each_name()
    {
        await Get<IFirstListings>().Put(new FirstListing("s", 1, "t") { Note = "old" });
        await Get<IFirstListings>().Put(new FirstListing("s", 2, "t"));
        await PutAsync(new Listing("s", 3, "t") { Remark = "old" }, new Listing("s", 4, "t") { Remark = "new" });

        Assert.Equal((int[])[1, 3], Numbers(await Listings.Search("s", F.Remark == "old")));
        Assert.Equal((int[])[2, 4], Numbers(await Listings.Search("s", F.Remark != "old")));
        Assert.Equal((int[])[2], Numbers(await Listings.Search("s", F.Remark.IsAbsent())));
        Assert.Equal((int[])[1, 3, 4], Numbers(await Listings.Search("s", !(F.Remark.IsAbsent()) & F.Title == "t")));
    }

    [Theory]
    [InlineData("x OR 1 = 1")]
    [InlineData("\") OR attribute_exists(pk) OR contains(Title, \"")]
    [InlineData(":f0")]
    [InlineData("#f0")]
    [InlineData("\",\":f9\":{\"S\":\"x\"},\"a\":\"")]
    [InlineData("\\\"}},\"TableName\":\"other")]
    public async Task A_value_is_only_ever_a_value(string value)
    {
        await PutAsync(new Listing("s", 1, "t") { Remark = value }, new Listing("s", 2, "t") { Remark = "other" });

        Assert.Equal((int[])[1], Numbers(await Listings.Search("s", F.Remark == value)));
        Assert.Equal((int[])[1], Numbers(await Listings.Search("s", F.Remark.StartsWith(value) & F.Remark.Contains(value) & F.Remark.In(value, "x"))));
        Assert.Equal((int[])[2], Numbers(await Listings.Search("s", F.Remark != value)));
    }

    [Fact]
    public async Task What_is_null_leaves_the_other_as_it_is()
    {
        await PutAsync(new Listing("s", 1, "a"), new Listing("s", 2, "b"));
        ItemFilter<Listing>? filter = null;
        Assert.Null(filter | null);
        Assert.Null(filter & null);
        filter &= F.Title == "a";

        Assert.Equal((int[])[1], Numbers(await Listings.Search("s", filter)));
        Assert.Equal((int[])[1], Numbers(await Listings.Search("s", null | filter)));
        Assert.Equal((int[])[1], Numbers(await Listings.Search("s", !!filter)));
        Assert.Empty(await Listings.Search("s", F.Grade.In([])));
        Assert.Equal((int[])[1, 2], Numbers(await Listings.Search("s", !F.Grade.In([]))));
    }

    [Fact]
    public async Task Three_hundred_operators_are_sent_and_no_more_however_deep()
    {
        await PutAsync(new Listing("s", 1, "t"));
        var some = Enumerable.Range(0, 150).Select(number => F.Title != $"{number}").Aggregate((left, right) => left & right);
        Assert.Single(await Listings.Search("s", some));

        var more = await Assert.ThrowsAsync<FilterException>(async () => await Listings.Search("s", some & F.Title != "x"));
        Assert.Equal("The filter of IListings.Search has more than the 300 operators that DynamoDB takes, those of what is declared included.", more.Message);
        Assert.Equal("IListings.Search", more.AccessPattern);
        await Assert.ThrowsAsync<FilterException>(async () => await Listings.Narrowed("s", null, null, some));

        var deep = Enumerable.Range(0, 100).Aggregate(F.Title == "x", (inner, number) => !(inner & F.Title != $"{number}"));
        var deepest = Enumerable.Range(0, 100_000).Aggregate(deep, (inner, _) => !(inner | deep));
        var doubled = Enumerable.Range(0, 100).Aggregate(deep, (inner, _) => inner & inner);
        await Assert.ThrowsAsync<FilterException>(async () => await Listings.Search("s", deepest));
        await Assert.ThrowsAsync<FilterException>(async () => await Listings.Search("s", doubled));
    }

    [Fact]
    public async Task A_list_of_a_hundred_values_and_four_kilobytes_are_sent_and_no_more()
    {
        await PutAsync(new Listing("s", 1, "t") { Votes = 99 });
        Assert.Single(await Listings.Search("s", F.Votes.In(Enumerable.Range(0, 100))));

        var tooMany = await Assert.ThrowsAsync<FilterException>(async () => await Listings.Search("s", F.Votes.In(Endless())));
        Assert.Equal(
            "The filter of IListings.Search looks for one of more than the 100 values that DynamoDB takes behind IN; ask several times.", tooMany.Message);

        var lists = Enumerable.Range(0, 7).Select(_ => F.Rank.In(Enumerable.Repeat(ListingGrade.Good, 100))).Aggregate((left, right) => left | right);
        var tooLong = await Assert.ThrowsAsync<FilterException>(async () => await Listings.Search("s", lists));
        Assert.Contains("bytes, with what is declared; DynamoDB takes 4096", tooLong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_of_what_is_queried_filters_nothing()
    {
        using var writer = new WireWriter();
        var refused = Assert.Throws<FilterException>(() => (F.Title == "x" & F.Price > 3).WriteExpression(writer, "I.Search", 0, 0, "other", "cost"));
        Assert.Equal("The filter of I.Search looks at 'cost', which is a key of what is queried; DynamoDB filters by other attributes only.", refused.Message);
        (F.Title == "x").WriteExpression(writer, "I.Search", 0, 0, "cost");
        Assert.Equal("#f0 = :f0", System.Text.Encoding.UTF8.GetString(writer.Written.Span));
    }

    [Fact]
    public void A_value_that_cannot_be_stored_throws_where_it_is_given()
    {
        var unfit = Assert.Throws<ItemValueException>(() => F.Place.Town.Name == "\ud800");
        Assert.Equal(("Listing", "Place.Town.Name"), (unfit.Entity, unfit.Attribute));
        Assert.Throws<ItemValueException>(() => F.Grade == (ListingGrade)9);
        Assert.Throws<ArgumentNullException>(() => F.Title == null!);
        Assert.Throws<ArgumentNullException>(() => F.Title.StartsWith(null!));
        Assert.Throws<ArgumentNullException>(() => F.Remark < null!);
    }

    private static IEnumerable<int> Endless()
    {
        for (var number = 0; ; number++)
        {
            yield return number;
        }
    }

    private async Task PutAsync(params Listing[] listings)
    {
        foreach (var listing in listings)
        {
            await Listings.Put(listing);
        }
    }

    private static string Text(IEnumerable<Listing> listings) => string.Join(' ', Numbers(listings));

    private static int[] Numbers(IEnumerable<Listing> listings) => [.. listings.Select(listing => listing.Number)];
}
