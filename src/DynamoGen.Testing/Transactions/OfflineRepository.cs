using DynamoGen.Repositories;
using DynamoGen.Telemetry;
using DynamoGen.Transport;

namespace DynamoGen.Testing;

/// <summary>
/// Makes generated repositories that reach nothing: they make the actions of transactions and the entries of batches, which a hand-written fake of the
/// repository returns, as the real ones do. Whatever would be sent is refused.
/// </summary>
public static class OfflineRepository
{
    /// <summary>Makes a repository.</summary>
    /// <typeparam name="TRepository">An interface marked with the Repository attribute.</typeparam>
    /// <param name="timeProvider">Gives the times that actions write; null for the system's.</param>
    public static TRepository Create<TRepository>(TimeProvider? timeProvider = null)
        where TRepository : class, IRepository<TRepository> =>
        TRepository.Create(new RepositoryContext(new RefusingTransport(), new DynamoGenTelemetry(), new DynamoGenOptions(), timeProvider));

    private sealed class RefusingTransport : ITransport
    {
        public ValueTask<TransportResponse> SendAsync(TransportRequest request, CancellationToken cancellationToken) =>
            throw new InvalidOperationException(
                $"{request.AccessPattern} would send a {request.Operation}, and an offline repository sends nothing: "
                + "it makes actions of transactions and entries of batches only.");
    }
}
