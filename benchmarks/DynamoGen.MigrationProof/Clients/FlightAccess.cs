using DynamoGen.MigrationProof.Flights;

namespace DynamoGen.MigrationProof.Clients;

/// <summary>Flights as a build of the application reads and writes them, told in the old form.</summary>
internal interface IFlightAccess
{
    ValueTask<LegacyFlight?> GetAsync(LegacyFlight key, CancellationToken cancellationToken);

    ValueTask PutAsync(LegacyFlight flight, CancellationToken cancellationToken);

    ValueTask DeleteAsync(LegacyFlight key, CancellationToken cancellationToken);

    ValueTask<bool> UpdateDelayAsync(LegacyFlight key, int delay, CancellationToken cancellationToken);
}

/// <summary>A build from before: it knows the old repository.</summary>
internal sealed class OldBuild(ILegacyFlights flights) : IFlightAccess
{
    public ValueTask<LegacyFlight?> GetAsync(LegacyFlight key, CancellationToken cancellationToken) => flights.Get(key.Number, key.Origin, cancellationToken);

    public ValueTask PutAsync(LegacyFlight flight, CancellationToken cancellationToken) => flights.Put(flight, cancellationToken);

    public ValueTask DeleteAsync(LegacyFlight key, CancellationToken cancellationToken) => flights.Delete(key.Number, key.Origin, cancellationToken);

    public ValueTask<bool> UpdateDelayAsync(LegacyFlight key, int delay, CancellationToken cancellationToken) =>
        flights.UpdateDelay(key.Number, key.Origin, delay, cancellationToken);
}

/// <summary>A build from after: it knows the new repository.</summary>
internal sealed class NewBuild(IFlights flights) : IFlightAccess
{
    public async ValueTask<LegacyFlight?> GetAsync(LegacyFlight key, CancellationToken cancellationToken) =>
        await flights.Get(key.Number, key.Origin, cancellationToken) is { } flight ? FlightMigration.Backward(flight) : null;

    public ValueTask PutAsync(LegacyFlight flight, CancellationToken cancellationToken) => flights.Put(FlightMigration.Forward(flight), cancellationToken);

    public ValueTask DeleteAsync(LegacyFlight key, CancellationToken cancellationToken) => flights.Delete(key.Number, key.Origin, cancellationToken);

    public ValueTask<bool> UpdateDelayAsync(LegacyFlight key, int delay, CancellationToken cancellationToken) =>
        flights.UpdateDelay(key.Number, key.Origin, delay, cancellationToken);
}
