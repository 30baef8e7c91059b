using Amazon.Runtime;
using DynamoGen.Timing;

namespace DynamoGen.Migrations.Verification;

/// <summary>Reads again what could not be read for a moment: a comparison of whole tables does not begin anew with each lost answer.</summary>
/// <param name="items">Reads once.</param>
/// <param name="timeProvider">Tells how long to wait before the next attempt.</param>
internal sealed class RepeatedReads(IVerificationItems items, TimeProvider timeProvider) : IVerificationItems
{
    private const int MostAttempts = 12;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public ValueTask<HashedPage> ReadAsync(
        VerificationSide side, int segment, int segments, string? position, CancellationToken cancellationToken) =>
        RepeatAsync(() => items.ReadAsync(side, segment, segments, position, cancellationToken), cancellationToken);

    public ValueTask<HashedPair> ReadPairAsync(HashedItem item, CancellationToken cancellationToken) =>
        RepeatAsync(() => items.ReadPairAsync(item, cancellationToken), cancellationToken);

    public async Task CatchUpAsync(CancellationToken cancellationToken) => await RepeatAsync(
        async () =>
        {
            await items.CatchUpAsync(cancellationToken).ConfigureAwait(false);
            return true;
        },
        cancellationToken).ConfigureAwait(false);

    private async ValueTask<T> RepeatAsync<T>(Func<ValueTask<T>> readAsync, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await readAsync().ConfigureAwait(false);
            }
            catch (Exception exception) when (attempt < MostAttempts && IsTransient(exception))
            {
                await timeProvider.WaitAsync(attempt * Pause, cancellationToken).ConfigureAwait(false);
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
    }

    /// <summary>A transaction that reads is refused where another one writes one of its items.</summary>
    private static bool IsTransient(Exception exception) => exception
        is AmazonServiceException or AmazonClientException or RequestRefusedException or HttpRequestException or IOException;
}
