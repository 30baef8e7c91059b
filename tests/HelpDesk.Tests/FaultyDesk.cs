using System.Text.Json;
using DynamoGen;
using DynamoGen.Testing;
using HelpDesk.Statistics;
using HelpDesk.Tickets;
using HelpDesk.Tour;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Tests;

/// <summary>A filled help desk, and the same one behind the faults of a plan. No pause takes any time.</summary>
internal sealed class FaultyDesk : IAsyncDisposable
{
    /// <summary>So many that attempts remain wherever a request may be sent again.</summary>
    private const int Retries = 12;

    private static readonly JsonSerializerOptions Json = new() { IncludeFields = true };

    private readonly LocalTables _plain;
    private readonly ServiceProvider _faulty;

    private FaultyDesk(LocalTables plain, ServiceProvider faulty) => (_plain, _faulty) = (plain, faulty);

    /// <summary>The tour, whose requests meet the faults.</summary>
    public IReadOnlyList<TourStop> Stops => _faulty.GetRequiredService<AccessPatternTour>().Stops;

    /// <param name="plan">The faults.</param>
    /// <param name="visited">How many stops of the tour were visited before, without any faults.</param>
    public static async Task<FaultyDesk> CreateAsync(FaultPlan plan, int visited)
    {
        var plain = await FilledDesk.CreateAsync();
        foreach (var stop in plain.Get<AccessPatternTour>().Stops.Take(visited))
        {
            await stop.Visit();
        }

        var local = plain.Get<DynamoGenOptions>();
        var services = new ServiceCollection().AddSingleton<TimeProvider>(new JumpingClock(plain.Get<TimeProvider>().GetUtcNow()));
        services.AddHelpDesk(new Uri(local.ServiceUrl!)).AddDynamoGen(options =>
        {
            options.TableNamePrefix = local.TableNamePrefix;
            options.MaxErrorRetry = Retries;
        }).AddFaults(plan);
        return new FaultyDesk(plain, services.BuildServiceProvider());
    }

    /// <summary>
    /// All that is stored, as text, but for what attempts may move: a lock counts twice where an update without it was sent again, and a limit expires by the
    /// clock.
    /// </summary>
    public async Task<IReadOnlyList<string>> ItemsAsync()
    {
        var items = await _plain.Get<ITickets>().Everything(segments: 1).ToListAsync();
        return [.. items.Select(Text).Order(StringComparer.Ordinal)];
    }

    public async ValueTask DisposeAsync()
    {
        await _faulty.DisposeAsync();
        await _plain.DisposeAsync();
    }

    private static string Text(IHelpDeskItem item)
    {
        object stored = item switch
        {
            Ticket ticket => ticket with { Revision = 0 },
            RateLimit limit => limit with { ExpiresAt = default },
            _ => item,
        };
        return $"{stored.GetType().Name} {JsonSerializer.Serialize(stored, stored.GetType(), Json)}";
    }
}
