using DynamoGen.Schema;
using DynamoGen.Transport;
using DynamoGen.Transport.Direct;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Testing.Tests.Faults;

/// <summary>How a plan gets between the repositories and the transport that is registered.</summary>
public sealed class AddFaultsTests : FaultTest
{
    private static readonly FaultRule ThrottleAll = new(Fault.Throttled);

    [Fact]
    public async Task Faults_are_those_of_the_client_that_they_were_added_to()
    {
        var plan = new FaultPlan(1, ThrottleAll);
        await using var tables = await LocalTables.StartAsync(services =>
        {
            services.AddDynamoGen().AddRepository<IOrders>();
            services.AddDynamoGen("archive").AddRepository<ICredits>().AddFaults(plan);
        });

        await tables.Get<IOrders>().Put(Order(1));
        await Assert.ThrowsAsync<ThrottledException>(async () => await tables.Get<ICredits>().Put(new Credit("ALFKI", 1)));

        Assert.All(plan.Log, static fault => Assert.Equal("ICredits.Put", fault.AccessPattern));
        Assert.IsType<DirectTransport>(tables.Get<ITransport>());
        Assert.IsType<FaultyTransport>(tables.Services.GetRequiredKeyedService<ITransport>("archive"));
    }

    [Fact]
    public async Task The_pipeline_of_the_sdk_meets_them_too()
    {
        var plan = new FaultPlan(1, On("IOrders.Put", Fault.LostAnswer, times: 2));
        await using var tables = await LocalTables.StartAsync(
            services => services.AddShop().AddDynamoGen(static options => options.Transport = TransportKind.Sdk).AddFaults(plan));

        await tables.Get<IOrders>().Put(Order(1));

        Assert.Equal(Order(1), await tables.Get<IOrders>().Get("ALFKI", 1));
        Assert.Equal(2, plan.Log.Count);
    }

    [Fact]
    public async Task Two_plans_are_met_one_after_the_other()
    {
        var (near, far) = (new FaultPlan(1, On("IOrders.Put", Fault.LostAnswer)), new FaultPlan(1, On("IOrders.Put", Fault.Throttled)));
        await using var tables = await LocalTables.StartAsync(services => services.AddShop().AddDynamoGen().AddFaults(far).AddFaults(near));

        await tables.Get<IOrders>().Put(Order(1));

        // The near one loses the answer to a write that the far one has sent twice, and sends it again.
        Assert.Equal((2, 3), (near.Attempts, far.Attempts));
        Assert.Equal(Order(1), await tables.Get<IOrders>().Get("ALFKI", 1));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_transport_that_the_application_has_registered_is_kept_and_disposed_with_the_services(bool isInstance)
    {
        var services = new ServiceCollection();
        using var instance = new Disposed();
        if (isInstance)
        {
            services.AddSingleton<ITransport>(instance);
        }
        else
        {
            services.AddSingleton<ITransport, Disposed>();
        }

        services.AddDynamoGen().AddFaults(new FaultPlan(1, ThrottleAll));
        Disposed.Count = 0;
        var provider = services.BuildServiceProvider();
        var request = new TransportRequest(DynamoOperation.GetItem, "shop", "{}"u8.ToArray());

        await Assert.ThrowsAsync<Amazon.DynamoDBv2.Model.ProvisionedThroughputExceededException>(
            async () => await provider.GetRequiredService<ITransport>().SendAsync(request, default));
        await provider.DisposeAsync();

        Assert.Equal(isInstance ? 0 : 1, Disposed.Count);
    }

    private sealed class Disposed : ITransport, IDisposable
    {
        public static int Count { get; set; }

        public ValueTask<TransportResponse> SendAsync(TransportRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();

        public void Dispose() => Count++;
    }
}
