using DynamoGen.Batches;

namespace HelpDesk.Tickets;

/// <summary>Merges two tickets of one matter: what was said and done for the one goes to the other.</summary>
public sealed class TicketMerge(IBatches batches, ITickets tickets, IComments comments, ITimeEntries timeEntries, TimeProvider timeProvider)
{
    /// <returns>How many comments and time entries went over.</returns>
    /// <exception cref="DynamoGen.BatchIncompleteException">It was cut off. Nothing is lost, and another call does the rest.</exception>
    public async ValueTask<int> MergeAsync(int from, int into, CancellationToken cancellationToken = default)
    {
        if (await tickets.FileOf(from, cancellationToken) is not { } file)
        {
            return 0;
        }

        // All are there twice before the first one goes.
        var merging = batches.Named("Merge");
        await merging.WriteAsync(
            [
                .. file.Comments.Select(comment => comments.PutEntry(comment with { Number = into })),
                .. file.TimeEntries.Select(entry => timeEntries.PutEntry(entry with { Number = into })),
            ],
            cancellationToken: cancellationToken);
        await merging.WriteAsync(
            [
                .. file.Comments.Select(comment => comments.RemoveEntry(from, comment.At)),
                .. file.TimeEntries.Select(entry => timeEntries.RemoveEntry(from, entry.At)),
                comments.PutEntry(new Comment(from, timeProvider.GetUtcNow(), "desk", $"Merged into {into}.")),
            ],
            cancellationToken: cancellationToken);
        return file.Comments.Count + file.TimeEntries.Count;
    }
}
