using System.Text;
using DynamoGen.Batches;
using DynamoGen.Hosting;
using DynamoGen.Regions;
using DynamoGen.Schema;
using DynamoGen.Transactions;
using DynamoGen.Transport;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Tests.Regions;

[Table("parcels", SortKey = null)]
[Replica("eu-west-1")]
[Replica("us-east-1")]
[HomeRegion(nameof(Parcel.Home))]
public sealed partial class Parcels;

[Entity<Parcels>]
[Key("{Home}#{Id}")]
public sealed partial record Parcel(string Home, string Id)
{
    public string? Address { get; init; }
}

[Repository<Parcel>]
public partial interface IParcels
{
    ValueTask<Parcel?> Get(string home, string id);

    ValueTask Put(Parcel parcel);

    [Update("SET Address = {address}")]
    ValueTask Move(string home, string id, string address);

    ValueTask Delete(string home, string id);

    ValueTask PutMany(IEnumerable<Parcel> parcels);

    ValueTask DeleteMany(IEnumerable<Parcel.PrimaryKey> keys);

    WriteAction PutAction(Parcel parcel);

    BatchWrite PutEntry(Parcel parcel);

    BatchWrite DeleteEntry(string home, string id);
}

[Table("rates", SortKey = null)]
[Replica("eu-west-1")]
[Replica("us-east-1")]
[OneRegion("us-east-1")]
public sealed partial class Rates;

[Entity<Rates>]
[Key("RATE#{Id}")]
public sealed partial record Rate(string Id)
{
    public int Cents { get; init; }
}

[Repository<Rate>]
public partial interface IRates
{
    ValueTask<Rate?> Get(string id);

    ValueTask Put(Rate rate);

    ValueTask PutMany(IEnumerable<Rate> rates);

    WriteAction PutAction(Rate rate);

    BatchWrite PutEntry(Rate rate);
}

/// <summary>Repositories read locally and write where their table says.</summary>
public sealed class RoutedWritesTests : IDisposable
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private readonly NotingTransport _europe = new();
    private readonly NotingTransport _america = new();
    private ServiceProvider? _services;

    public void Dispose() => _services?.Dispose();

    private TRepository Repository<TRepository>(ForeignWrites foreign = ForeignWrites.Send, bool hasRegion = true)
        where TRepository : class, global::DynamoGen.Repositories.IRepository<TRepository>
    {
        var services = new ServiceCollection();
        services.AddSingleton<ITransport>(_europe);
        services.AddKeyedSingleton<ITransport>("us-east-1", _america);
        var builder = services.AddDynamoGen(options => options.Region = "eu-west-1");
        if (hasRegion)
        {
            builder.AddRegion("us-east-1").ConfigureRegions(options => options.ForeignWrites = foreign);
        }

        builder.AddRepository<TRepository>().AddBatches();
        _services = services.BuildServiceProvider();
        return _services.GetRequiredService<TRepository>();
    }

    [Fact]
    public async Task An_item_is_written_in_the_home_region_that_it_or_its_key_names()
    {
        var parcels = Repository<IParcels>();

        await parcels.Put(new Parcel("us-east-1", "1"));
        await parcels.Move("us-east-1", "1", "here");
        await parcels.Delete("us-east-1", "1");
        await parcels.Put(new Parcel("eu-west-1", "2"));

        Assert.Equal([DynamoOperation.PutItem, DynamoOperation.UpdateItem, DynamoOperation.DeleteItem], _america.Operations);
        Assert.Equal([DynamoOperation.PutItem], _europe.Operations);
    }

    [Fact]
    public async Task Reads_are_local_whatever_the_home()
    {
        await Repository<IParcels>().Get("us-east-1", "1");

        Assert.Equal([DynamoOperation.GetItem], _europe.Operations);
        Assert.Empty(_america.Operations);
    }

    [Fact]
    public async Task A_batch_is_written_in_the_home_of_each_entry()
    {
        var parcels = Repository<IParcels>();

        await parcels.PutMany([new("us-east-1", "1"), new("eu-west-1", "2"), new("us-east-1", "3")]);
        await parcels.DeleteMany([new("eu-west-1", "2"), new("us-east-1", "3")]);

        Assert.Equal(["us-east-1#1", "us-east-1#3"], Keys(_america.Bodies[0]));
        Assert.Equal(["eu-west-1#2"], Keys(_europe.Bodies[0]));
        Assert.Equal(["us-east-1#3"], Keys(_america.Bodies[1]));
        Assert.Equal(["eu-west-1#2"], Keys(_europe.Bodies[1]));
    }

    [Fact]
    public async Task A_table_of_one_region_is_written_there()
    {
        var rates = Repository<IRates>();

        await rates.Put(new Rate("1"));
        await rates.PutMany([new Rate("2")]);
        await rates.Get("1");

        Assert.Equal([DynamoOperation.PutItem, DynamoOperation.BatchWriteItem], _america.Operations);
        Assert.Equal([DynamoOperation.GetItem], _europe.Operations);
    }

    [Fact]
    public async Task What_belongs_elsewhere_is_refused_before_anything_is_sent()
    {
        var parcels = Repository<IParcels>(ForeignWrites.Refuse);

        await Assert.ThrowsAsync<WrongRegionException>(() => parcels.Put(new Parcel("us-east-1", "1")).AsTask());
        await Assert.ThrowsAsync<WrongRegionException>(() => parcels.PutMany([new("eu-west-1", "1"), new("us-east-1", "2")]).AsTask());
        Assert.Throws<WrongRegionException>(() => parcels.PutAction(new Parcel("us-east-1", "1")));
        await Assert.ThrowsAsync<ArgumentNullException>("parcel", () => parcels.Put(null!).AsTask());

        Assert.Empty(_america.Operations.Concat(_europe.Operations));
    }

    [Fact]
    public async Task Without_a_client_for_the_region_its_writes_are_refused()
    {
        var rates = Repository<IRates>(hasRegion: false);

        await Assert.ThrowsAsync<WrongRegionException>(() => rates.Put(new Rate("1")).AsTask());

        Assert.Empty(_europe.Operations);
    }

    [Fact]
    public async Task A_transaction_goes_to_the_region_of_its_actions_and_to_one_alone()
    {
        var parcels = Repository<IParcels>();
        var transactions = _services!.GetRequiredService<ITransactions>();
        var (there, here) = (parcels.PutAction(new("us-east-1", "1")), parcels.PutAction(new("eu-west-1", "2")));

        await transactions.WriteAsync([there], cancellationToken: Cancellation);
        await transactions.Named("Move").WriteAsync([here], cancellationToken: Cancellation);
        var refused = await Assert.ThrowsAsync<ArgumentException>("actions", () => transactions.WriteAsync([there, here], cancellationToken: Cancellation).AsTask());

        Assert.Equal(("us-east-1", "eu-west-1"), (there.Region, here.Region));
        Assert.Equal([DynamoOperation.TransactWriteItems], _america.Operations);
        Assert.Equal([DynamoOperation.TransactWriteItems], _europe.Operations);
        Assert.StartsWith("The actions belong to several regions (us-east-1, eu-west-1)", refused.Message);
    }

    [Fact]
    public async Task Entries_of_a_batch_go_to_the_region_that_each_belongs_to()
    {
        var parcels = Repository<IParcels>();
        var told = new List<BatchProgress>();
        var batches = _services!.GetRequiredService<IBatches>().Named("Move");
        BatchWrite[] writes = [parcels.PutEntry(new("us-east-1", "1")), parcels.PutEntry(new("eu-west-1", "2")), parcels.DeleteEntry("us-east-1", "3")];

        await batches.WriteAsync(writes, new Told(told), Cancellation);

        Assert.Equal(["us-east-1", "eu-west-1", "us-east-1"], writes.Select(write => write.Region));
        Assert.Equal(["us-east-1#1", "us-east-1#3"], Keys(Assert.Single(_america.Bodies)));
        Assert.Equal(["eu-west-1#2"], Keys(Assert.Single(_europe.Bodies)));
        Assert.Equal([2, 3], told.Select(progress => progress.Done));
    }

    [Fact]
    public async Task Entries_of_a_table_of_one_region_go_there_or_are_refused()
    {
        var entry = Repository<IRates>().PutEntry(new Rate("1"));
        await _services!.GetRequiredService<IBatches>().WriteAsync([entry], cancellationToken: Cancellation);

        Assert.Equal("us-east-1", entry.Region);
        Assert.Equal([DynamoOperation.BatchWriteItem], _america.Operations);
        Assert.Empty(_europe.Operations);
        Assert.Throws<WrongRegionException>(() => Repository<IRates>(ForeignWrites.Refuse).PutEntry(new Rate("1")));
    }

    /// <summary>The partition keys in a request, in their order.</summary>
    private static IEnumerable<string> Keys(string body) =>
        System.Text.RegularExpressions.Regex.Matches(body, "\"pk\":\\{\"S\":\"([^\"]*)\"").Select(match => match.Groups[1].Value);

    private sealed class Told(List<BatchProgress> told) : IProgress<BatchProgress>
    {
        public void Report(BatchProgress value) => told.Add(value);
    }

    private sealed class NotingTransport : ITransport
    {
        public List<DynamoOperation> Operations { get; } = [];

        public List<string> Bodies { get; } = [];

        public ValueTask<TransportResponse> SendAsync(TransportRequest request, CancellationToken cancellationToken)
        {
            Operations.Add(request.Operation);
            Bodies.Add(Encoding.UTF8.GetString(request.Body.Span));
            var rented = System.Buffers.ArrayPool<byte>.Shared.Rent(16);
            return new(new TransportResponse(rented, Encoding.UTF8.GetBytes("{}", rented)));
        }
    }
}
