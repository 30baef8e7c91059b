using DynamoGen.Tests.Repositories;
using DynamoGen.Transactions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace DynamoGen.Tests.Writes;

/// <summary>A test with a table of tickets of its own on the real server, at a time of its own.</summary>
public abstract class TicketTest(LocalServer server) : IAsyncLifetime
{
    private ServiceProvider? _services;

    private protected FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2030, 1, 1, 12, 0, 0, TimeSpan.Zero));

    private protected ITickets Repository => _services!.GetRequiredService<ITickets>();

    private protected ITransactions Transactions => _services!.GetRequiredService<ITransactions>();

    public async ValueTask InitializeAsync() =>
        _services = await server.CreateAsync<Tickets>(builder =>
        {
            builder.Services.AddSingleton<TimeProvider>(Clock);
            builder.AddRepository<ITickets>();
        });

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _services?.DisposeAsync() ?? ValueTask.CompletedTask;
    }

    private protected static async Task<int[]> Numbers(IAsyncEnumerable<Ticket> tickets) => await tickets.Select(ticket => ticket.Number).ToArrayAsync();
}
