using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Regions.Lineage;
using DynamoGen.Repositories;
using DynamoGen.Schema;
using DynamoGen.Telemetry;
using DynamoGen.Tests.Cursors;
using DynamoGen.Tests.Repositories;
using DynamoGen.Transactions;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Tests.Regions;

/// <summary>Each kind of write says in which region it was made, and on which version it was based.</summary>
public sealed class StampTests(LocalServer server) : IAsyncLifetime
{
    private ServiceProvider _services = null!;

    private ILetters Letters => _services.GetRequiredService<ILetters>();

    private ITransactions Transactions => _services.GetRequiredService<ITransactions>();

    public async ValueTask InitializeAsync() => _services = await server.CreateAsync<LetterTable>(builder =>
    {
        builder.AddRepository<ILetters>();
        builder.Services.Configure<DynamoGenOptions>(options => options.Region = "eu-west-1");
    });

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    [Fact]
    public async Task A_put_has_the_region_and_a_mark_and_the_next_one_goes_on_with_it()
    {
        var first = await Letters.Put(new Letter(1, "a"));
        var second = await Letters.Put(first with { Text = "b" });
        var read = await Letters.Get(1);

        Assert.Equal(second, read);
        Assert.Equal("eu-west-1", first.UpdatedIn);
        Assert.Null(first.BasedOn);
        Assert.Equal(first.Mark, second.BasedOn);
        Assert.True(LineageMark.TryParse(second.Mark, out var mark) && mark.IsOf("eu-west-1"));
        Assert.NotEqual(first.Mark, second.Mark);
    }

    [Fact]
    public async Task A_create_is_based_on_nothing()
    {
        Assert.True(await Letters.Create(new Letter(1, "a") { Mark = "given", BasedOn = "given" }));

        Assert.Equal(LineageMark.None, (await Letters.Get(1))!.BasedOn);
    }

    [Fact]
    public async Task An_update_is_based_on_the_item_as_it_was()
    {
        var first = await Letters.Put(new Letter(1, "a"));
        var second = await Letters.Update(1, "b");
        var third = await Letters.Update(1, "c");

        Assert.Equal((first.Mark, "eu-west-1"), (second.BasedOn, second.UpdatedIn));
        Assert.Equal(second.Mark, third.BasedOn);
    }

    [Fact]
    public async Task An_update_that_makes_the_item_is_based_on_nothing()
    {
        var first = await Letters.Upsert(1, "a");
        var second = await Letters.Upsert(1, "b");

        Assert.Equal((LineageMark.None, first.Mark), (first.BasedOn, second.BasedOn));
    }

    [Fact]
    public async Task An_update_of_an_item_without_a_mark_is_based_on_nothing()
    {
        await Letters.Put(new Letter(1, "a"));
        var (client, table) = (_services.GetRequiredService<IAmazonDynamoDB>(), _services.GetRequiredService<RepositoryContext>().TableName(Schema<LetterTable>()));
        var item = Assert.Single((await client.ScanAsync(new ScanRequest(table))).Items);
        Assert.True(item.Remove("Mark"));
        await client.PutItemAsync(table, item);

        Assert.Equal(LineageMark.None, (await Letters.Update(1, "b")).BasedOn);
    }

    [Fact]
    public async Task Batches_stamp_each_item()
    {
        var known = await Letters.Put(new Letter(1, "a"));
        await Letters.PutMany([known with { Text = "b" }, new Letter(2, "b")]);

        var (first, second) = ((await Letters.Get(1))!, (await Letters.Get(2))!);
        Assert.Equal((known.Mark, (string?)null), (first.BasedOn, second.BasedOn));
        Assert.NotEqual(first.Mark, second.Mark);
        Assert.Equal("eu-west-1", second.UpdatedIn);
    }

    [Fact]
    public async Task Transactions_stamp_each_item()
    {
        var known = await Letters.Put(new Letter(1, "a"));
        await Transactions.WriteAsync([Letters.UpdateAction(1, "b"), Letters.PutAction(new Letter(2, "b"))], cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(known.Mark, (await Letters.Get(1))!.BasedOn);
        Assert.True(LineageMark.TryParse((await Letters.Get(2))!.Mark, out _));
    }

    [Fact]
    public async Task A_merge_is_written_where_the_item_still_has_the_mark_that_was_read()
    {
        var read = await Letters.Put(new Letter(1, "a"));
        await Letters.Update(1, "b");

        Assert.False(await Letters.Replace(read with { Text = "c" }, read.Mark!));
        var current = (await Letters.Get(1))!;
        Assert.True(await Letters.Replace(current with { Text = "c" }, current.Mark!));
        Assert.Equal(("c", current.Mark), ((await Letters.Get(1))!.Text, (await Letters.Get(1))!.BasedOn));
    }

    [Fact]
    public async Task Without_a_region_nothing_is_written()
    {
        var transport = new ScriptedTransport(static _ => throw new InvalidOperationException("It is sent."));
        var letters = Create<ILetters>(new RepositoryContext(transport, new DynamoGenTelemetry(), new DynamoGenOptions()));

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(async () => await letters.Put(new Letter(1, "a")));
        Assert.Contains("Region", failure.Message, StringComparison.Ordinal);
    }

    private static TableSchema Schema<TTable>()
        where TTable : class, ITable<TTable> => TTable.Schema;

    private static TRepository Create<TRepository>(RepositoryContext context)
        where TRepository : class, IRepository<TRepository> => TRepository.Create(context);
}
