using DynamoGen.Declarations.Entities;

namespace DynamoGen.Declarations.Batches;

/// <summary>Why the items of an entity cannot be written by batches.</summary>
internal static class BatchObstacle
{
    /// <summary>The reason as the end of a sentence; null where there is none.</summary>
    /// <param name="model">The entity.</param>
    /// <param name="isDeletion">Whether its items are deleted.</param>
    public static string? Of(EntityModel model, bool isDeletion) =>
        (model.Lifecycle.Lock ?? model.Lifecycle.WriterEpoch) is { } guarding
            ? $"a batch has no conditions, so that it would undo what '{guarding.Property}' guards; write one by one or in a transaction"
        : !isDeletion && model.Shape.Counter is { } counter
            ? $"it would overwrite what has been added to '{counter.Property}' since; create and update the items one by one"
        : model.Uniqueness is not null ? "a batch writes no markers of unique values; write one by one or in a transaction"
        : null;
}
