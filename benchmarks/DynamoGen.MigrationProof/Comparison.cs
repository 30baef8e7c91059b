using DynamoGen.MigrationProof.Clients;
using DynamoGen.MigrationProof.Flights;

namespace DynamoGen.MigrationProof;

/// <summary>How a table differs from what must be in it.</summary>
/// <param name="Found">How many items it has.</param>
/// <param name="Lost">How many are missing.</param>
/// <param name="Stale">How many have other values.</param>
/// <param name="Resurrected">How many must not be there.</param>
internal sealed record Comparison(int Found, int Lost, int Stale, int Resurrected)
{
    public bool Agrees => Lost + Stale + Resurrected == 0;

    /// <summary>A page of all of a large table takes DynamoDB Local longer than a request may take.</summary>
    private const int Segments = 64;

    /// <summary>Compares old items with what is expected.</summary>
    public static Task<Comparison> OfAsync(ILegacyItems flights, ExpectedFlights expected, CancellationToken cancellationToken) => OfAsync(
        segment => flights.All(Segments, segment, cancellationToken), static flight => flight.Number, static old => old, expected, cancellationToken);

    /// <summary>Compares new items with what is expected, by the forward function: where both tables agree with it, they agree with each other.</summary>
    public static Task<Comparison> OfAsync(IItems flights, ExpectedFlights expected, CancellationToken cancellationToken) => OfAsync(
        segment => flights.All(Segments, segment, cancellationToken), static flight => flight.Number, FlightMigration.Forward, expected, cancellationToken);

    private static async Task<Comparison> OfAsync<T>(
        Func<int, IAsyncEnumerable<T>> items, Func<T, int> number, Func<LegacyFlight, T> form, ExpectedFlights expected, CancellationToken cancellationToken)
        where T : class
    {
        var found = new bool[expected.Items];
        var (count, stale, resurrected) = (0, 0, 0);
        await foreach (var item in Enumerable.Range(0, Segments).ToAsyncEnumerable().SelectMany(items).WithCancellation(cancellationToken))
        {
            count++;
            if (expected[number(item)] is not { } right || found[number(item)])
            {
                resurrected++;
                continue;
            }

            found[number(item)] = true;
            stale += item.Equals(form(right)) ? 0 : 1;
        }

        var lost = Enumerable.Range(0, expected.Items).Count(index => !found[index] && expected[index] is not null);
        return new Comparison(count, lost, stale, resurrected);
    }
}
