using DynamoGen.Streams;
using DynamoGen.Streams.Fences;

namespace DynamoGen.StreamProof;

/// <summary>Gives each change its effect in one transaction with the fence, and fails on two of a hundred at random, before the effect or behind it.</summary>
[StreamHandler<SourceTable>(Name = Handler)]
public sealed partial class Effects(IEffects effects, StreamFence fence, WorkerReport report)
{
    private const string Handler = "proof";
    private const double FailureShare = 0.02;

    private ValueTask Inserted(Item item, StreamChange change, CancellationToken cancellationToken) => ApplyAsync(item, change, cancellationToken);

    private ValueTask Modified(Item item, StreamChange change, CancellationToken cancellationToken) => ApplyAsync(item, change, cancellationToken);

    private async ValueTask ApplyAsync(Item item, StreamChange change, CancellationToken cancellationToken)
    {
        FailSometimes();
        while (true)
        {
            try
            {
                var isFirst = await fence.ApplyAsync(Handler, change, [effects.UpdateNumbers(item.Id, [item.Number])], cancellationToken);
                report.Handled(isFirst);
                break;
            }
            catch (ConflictException)
            {
                // A worker that lost its lease may still be at the same item.
            }
        }

        FailSometimes();
    }

    private void FailSometimes()
    {
        if (Random.Shared.NextDouble() < FailureShare / 2)
        {
            report.Failed();
            throw new InvalidOperationException("A failure at random.");
        }
    }
}
