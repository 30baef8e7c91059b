using DynamoGen.Telemetry;
using DynamoGen.Transport;

namespace DynamoGen.Regions.Reads;

/// <summary>Sends reads to the first healthy region of several, and everything else to the first of them.</summary>
/// <param name="regions">The regions: the local one first.</param>
/// <param name="strongTables">The names of the tables whose consistent reads are consistent in every region.</param>
/// <param name="telemetry">Is told of reads that go elsewhere.</param>
internal sealed class ReadFailover(IReadOnlyList<ReadRegion> regions, IReadOnlySet<string> strongTables, DynamoGenTelemetry telemetry) : ITransport
{
    /// <summary>What carries the requests of the local region.</summary>
    public ITransport Local => regions[0].Transport;

    private static ReadOnlySpan<byte> ConsistentRead => "\"ConsistentRead\":true"u8;

    public ValueTask<TransportResponse> SendAsync(TransportRequest request, CancellationToken cancellationToken) =>
        IsMovable(request) ? ReadAsync(request, cancellationToken) : regions[0].Transport.SendAsync(request, cancellationToken);

    /// <summary>An ARN names a region; and what must be the latest may not be so in another one.</summary>
    private bool IsMovable(TransportRequest request) =>
        request.Operation.IsRead
        && !request.TableName.StartsWith("arn:", StringComparison.Ordinal)
        && (strongTables.Contains(request.TableName) || request.Body.Span.IndexOf(ConsistentRead) < 0);

    private async ValueTask<TransportResponse> ReadAsync(TransportRequest request, CancellationToken cancellationToken)
    {
        for (var i = 0; i < regions.Count; i++)
        {
            var passage = regions[i].Health.Enter();
            if (passage == Passage.Closed)
            {
                continue;
            }

            if (i > 0)
            {
                telemetry.Regions.ReadElsewhere(request.Operation, request.TableName, regions[i].Name);
            }

            try
            {
                return await SendAsync(regions[i], passage, request, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception failure) when (
                passage == Passage.Trial && i + 1 < regions.Count && RegionFailure.IsOfRegion(failure, cancellationToken) == true)
            {
                // Its caller has asked for a read and for no trial; the next region answers it.
            }
        }

        return await regions[0].Transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<TransportResponse> SendAsync(
        ReadRegion region, Passage passage, TransportRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var response = await region.Transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
            Tell(region, region.Health.Succeeded(passage));
            return response;
        }
        catch (Exception failure)
        {
            switch (RegionFailure.IsOfRegion(failure, cancellationToken))
            {
                case true:
                    Tell(region, region.Health.Failed(passage));
                    break;
                case false:
                    Tell(region, region.Health.Succeeded(passage));
                    break;
                case null:
                    region.Health.LearnedNothing(passage);
                    break;
            }

            throw;
        }
    }

    private void Tell(ReadRegion region, bool hasChanged)
    {
        if (hasChanged)
        {
            telemetry.Regions.HealthChanged(region.Name, region.Health.IsHealthy);
            telemetry.Logger.RegionHealthChanged(region.Name, region.Health.IsHealthy ? "healthy" : "unhealthy");
        }
    }
}

/// <summary>A region that reads can go to.</summary>
/// <param name="Name">Its system name.</param>
/// <param name="Transport">Carries the requests there.</param>
/// <param name="Health">Whether it answers.</param>
internal sealed record ReadRegion(string Name, ITransport Transport, RegionHealth Health);
