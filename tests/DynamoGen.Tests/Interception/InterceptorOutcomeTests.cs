using System.Collections.Concurrent;
using System.Diagnostics;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Hosting;
using DynamoGen.Telemetry;
using DynamoGen.Tests.Errors;
using DynamoGen.Tests.Repositories;
using DynamoGen.Tests.Telemetry;
using DynamoGen.Transactions;
using DynamoGen.Transport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DynamoGen.Tests.Interception;

/// <summary>What becomes of a call where an interceptor or its request fails.</summary>
public sealed class InterceptorOutcomeTests
{
    private readonly ConcurrentQueue<string> _told = [];
    private readonly RecordingInterceptor _first;
    private readonly RecordingInterceptor _second;
    private readonly RecordingLogger _logger = new(LogLevel.Warning);
    private Fault _fault = new Fault.Answered("""{"ConsumedCapacity":{"TableName":"shop","CapacityUnits":1.0}}""");

    public InterceptorOutcomeTests() => (_first, _second) = (new(_told, "1 "), new(_told, "2 "));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private ServiceProvider Services(out FaultTransport transport)
    {
        var sent = new FaultTransport(null!, _ => _fault);
        transport = sent;
        var services = new ServiceCollection();
        services.AddSingleton<ITransport>(sent);
        services.AddSingleton<ILogger<DynamoGenTelemetry>>(_logger);
        services.AddDynamoGen(options => options.Region = "eu-west-1").AddRepository<ICustomers>().AddRepository<IOrders>()
            .AddInterceptor(_ => _first).AddInterceptor(_ => _second);
        return services.BuildServiceProvider();
    }

    [Fact]
    public async Task The_order_of_adding_holds_before_and_is_turned_round_after()
    {
        await using var services = Services(out _);

        await services.GetRequiredService<ICustomers>().Put(new Customer("a", "Ada"));

        Assert.Equal(["1 before", "2 before", "2 after", "1 after"], _told);
    }

    [Fact]
    public async Task A_refused_request_is_not_sent_and_those_before_learn_of_it()
    {
        await using var services = Services(out var transport);
        _second.Refusal = new TimeoutException("no more today");

        var refused = await Assert.ThrowsAsync<TimeoutException>(
            () => services.GetRequiredService<ICustomers>().Put(new Customer("a", "Ada")).AsTask());

        Assert.Same(_second.Refusal, refused);
        Assert.Empty(transport.Requests);
        Assert.Equal(["1 before", "2 before", "1 error"], _told);
        Assert.Same(refused, _first.Failed[0].Exception);
        Assert.Equal(("System.TimeoutException", 0), (_first.Failed[0].ErrorType, _first.Failed[0].Attempts));
    }

    [Fact]
    public async Task A_refused_part_of_a_batch_is_the_cause_of_its_incompleteness()
    {
        await using var services = Services(out var transport);
        _first.Refusal = new TimeoutException("no more today");

        Order[] orders = [new() { CustomerId = "a", OrderId = 1, OrderedAt = DateTimeOffset.UnixEpoch }];
        var incomplete = await Assert.ThrowsAsync<BatchIncompleteException>(
            () => services.GetRequiredService<IOrders>().PutMany(orders, Cancellation).AsTask());

        Assert.Same(_first.Refusal, incomplete.InnerException);
        Assert.Empty(transport.Requests);
    }

    [Fact]
    public async Task A_failure_after_the_answer_hides_neither_it_nor_the_next_interceptor()
    {
        await using var services = Services(out _);
        _second.FailureAfter = new InvalidOperationException("not shown");

        await services.GetRequiredService<ICustomers>().Put(new Customer("a", "Ada"));

        Assert.Equal(["1 before", "2 before", "2 after", "1 after"], _told);
        var (level, message) = Assert.Single(_logger.Entries);
        Assert.Equal(LogLevel.Warning, level);
        Assert.Equal(
            "RecordingInterceptor failed after a request of ICustomers.Put on table shop had ended: InvalidOperationException. The request's outcome stands.",
            message);
    }

    [Fact]
    public async Task A_failure_after_an_error_does_not_hide_the_error()
    {
        await using var services = Services(out _);
        _fault = new Fault.Refused(
            new ProvisionedThroughputExceededException("slow") { ErrorCode = "ProvisionedThroughputExceededException", RequestId = "R1" });
        _second.FailureAfter = new InvalidOperationException("not shown");

        await Assert.ThrowsAsync<ThrottledException>(() => services.GetRequiredService<ICustomers>().Put(new Customer("a", "Ada")).AsTask());

        Assert.Equal(["1 before", "2 before", "2 error", "1 error"], _told);
        Assert.IsType<ProvisionedThroughputExceededException>(_first.Failed[0].Exception);
        Assert.Equal("ProvisionedThroughputExceededException", _first.Failed[0].ErrorType);
        Assert.DoesNotContain(_logger.Entries, entry => entry.Message.Contains("not shown", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_failed_transaction_is_told_as_the_server_refused_it()
    {
        await using var services = Services(out _);
        _fault = new Fault.Refused(new AmazonDynamoDBException("no") { ErrorCode = "ValidationException", RequestId = "R1" });
        var orders = services.GetRequiredService<DynamoGenOptions>();

        await Assert.ThrowsAsync<AmazonDynamoDBException>(() => services.GetRequiredService<ITransactions>().WriteAsync(
            [new WriteAction<PutAccount>(BankPatterns.Put, orders.TableName(BankPatterns.Put.Table), new PutAccount(new("a", 1)))],
            cancellationToken: Cancellation).AsTask());

        Assert.Equal("ValidationException", _second.Failed[0].ErrorType);
    }

    [Fact]
    public async Task An_answer_without_capacity_tells_none()
    {
        await using var services = Services(out _);
        _fault = new Fault.Answered("{}");

        await services.GetRequiredService<ICustomers>().Put(new Customer("a", "Ada"));

        Assert.Null(_first.After[0].ConsumedCapacityUnits);
    }

    [Fact]
    public async Task The_span_of_the_call_is_current_in_an_interceptor()
    {
        await using var services = Services(out _);
        using var spans = new Telemetry.Spans(services.GetRequiredService<DynamoGenTelemetry>());
        string? current = null;
        _first.OnBefore = () => current = Activity.Current?.DisplayName;

        await services.GetRequiredService<ICustomers>().Put(new Customer("a", "Ada"));

        Assert.Equal("ICustomers.Put", current);
    }

    [Fact]
    public void A_client_does_not_have_the_interceptors_of_another()
    {
        var services = new ServiceCollection();
        services.AddDynamoGen(options => options.Region = "eu-west-1").AddInterceptor(_ => _first);
        services.AddDynamoGen("archive", options => options.Region = "eu-west-1");
        using var provider = services.BuildServiceProvider();

        Assert.NotNull(provider.GetRequiredService<RegisteredInterceptors>().Requests);
        Assert.Null(provider.GetRequiredKeyedService<RegisteredInterceptors>("archive").Requests);
    }
}
