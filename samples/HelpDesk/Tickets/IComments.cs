using DynamoGen;
using DynamoGen.Batches;

namespace HelpDesk.Tickets;

[Repository<Comment>]
public partial interface IComments
{
    [Query, Descending]
    ValueTask<Comment?> LatestOf(int number, CancellationToken cancellationToken = default);

    /// <summary>What is new since a visit, or what stands above it: neither end is among it.</summary>
    ValueTask<IReadOnlyList<Comment>> Between(
        int number, bool descending, DateTimeOffset? after = null, DateTimeOffset? before = null, CancellationToken cancellationToken = default);

    /// <summary>How many there are; what else the ticket's partition holds does not count.</summary>
    ValueTask<long> CountOf(int number, CancellationToken cancellationToken = default);

    [Create]
    ValueTask<WriteOutcome> AddAsync(Comment comment, CancellationToken cancellationToken = default);

    /// <summary>Counts a reaction by its name, which nobody knows before.</summary>
    [Update("ADD Reactions[{reaction}] 1")]
    ValueTask<Comment> ReactAsync(int number, DateTimeOffset at, string reaction, CancellationToken cancellationToken = default);

    /// <summary>Takes over what another system has, as it arrives.</summary>
    [Put]
    ValueTask ImportAsync(IAsyncEnumerable<Comment> comments, IProgress<BatchProgress> progress, CancellationToken cancellationToken = default);

    ValueTask<Comment.PrimaryKey[]> KeysOf(int number, CancellationToken cancellationToken = default);

    [Delete]
    ValueTask PurgeAsync(IEnumerable<Comment.PrimaryKey> keys, CancellationToken cancellationToken = default);

    BatchWrite PutEntry(Comment comment);

    [Delete]
    BatchWrite RemoveEntry(int number, DateTimeOffset at);
}
