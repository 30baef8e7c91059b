namespace DynamoGen.MigrationProof.Flights;

/// <summary>Puts the flights of the schedule into the table of the old items.</summary>
internal static class FlightSeeds
{
    /// <param name="flights">Where they are put.</param>
    /// <param name="items">How many.</param>
    /// <param name="atOnce">How many requests at the same time.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static Task PutAsync(ILegacyItems flights, int items, int atOnce, CancellationToken cancellationToken) => Task.WhenAll(
        Enumerable.Range(0, atOnce).Select(share => Task.Run(
            () => flights.PutMany(Numbers(items, atOnce, share).Select(FlightSchedule.Flight), cancellationToken).AsTask(), cancellationToken)));

    private static IEnumerable<int> Numbers(int items, int atOnce, int share)
    {
        for (var number = share; number < items; number += atOnce)
        {
            yield return number;
        }
    }
}
