using DynamoGen.Testing;

namespace OrdersEverywhere.Tour;

/// <summary>Starts three regions and goes through all chapters.</summary>
internal static class RunThrough
{
    private const string America = "us-east-1";
    private const string Europe = "eu-west-1";
    private const string Asia = "ap-southeast-1";

    /// <summary>Runs it.</summary>
    /// <returns>Whether everything ended as it should.</returns>
    public static async Task<bool> RunAsync(Screen screen, CancellationToken cancellationToken)
    {
        await using var regions = await SimulatedRegions.StartAsync(America, Europe, Asia);
        await using var america = await Region.StartAsync(regions, America, screen.Tell, cancellationToken);
        await using var europe = await Region.StartAsync(regions, Europe, screen.Tell, cancellationToken);
        await using var asia = await Region.StartAsync(regions, Asia, screen.Tell, cancellationToken);
        var isMerged = await new OrderTour(regions, america, europe, screen).RunAsync(cancellationToken);
        var isBack = await new LedgerTour(regions, [america, europe, asia], screen).RunAsync(cancellationToken);
        return isMerged && isBack;
    }
}
