using Amazon.DynamoDBv2.Model;
using DynamoGen.Refusals;
using DynamoGen.Serialization;

namespace DynamoGen.Transactions;

/// <summary>Turns the SDK's exception about a cancelled transaction, whose reasons come in the order of the actions, into DynamoGen's own.</summary>
internal static class CancelledTransaction
{
    public static DynamoGenException Describe(
        string transaction, IReadOnlyList<TransactionAction> slots, TransactionCanceledException exception, DateTimeOffset now)
    {
        var failures = Failures(slots, exception.CancellationReasons ?? [], now);
        if (failures.Count > 0 && failures.TrueForAll(failure => failure.Reason == TransactionFailureReason.ItemTooLarge))
        {
            return new ItemTooLargeException(failures[0].AccessPattern, ItemSize.MaxBytes, exception);
        }

        if (failures.Count == 0 || !failures.TrueForAll(failure => failure.Reason is TransactionFailureReason.Conflict or TransactionFailureReason.Throttled))
        {
            return new TransactionFailedException(transaction, failures, exception);
        }

        // Throttling asks for more patience than a conflict does, so it is what is said of both.
        return failures.Exists(failure => failure.Reason == TransactionFailureReason.Throttled)
            ? new ThrottledException(transaction, innerException: exception)
            : new ConflictException(transaction, exception);
    }

    private static List<FailedAction> Failures(IReadOnlyList<TransactionAction> slots, List<CancellationReason> reasons, DateTimeOffset now)
    {
        var failures = new List<FailedAction>();
        for (var slot = 0; slot < Math.Min(slots.Count, reasons.Count); slot++)
        {
            var (code, item) = (reasons[slot].Code, reasons[slot].Item);
            if (code is not (null or "None"))
            {
                var (action, reason) = (slots[slot], ItemTooLarge.Is(reasons[slot]) ? TransactionFailureReason.ItemTooLarge : Reason(code));
                var failed = reason == TransactionFailureReason.ConditionFailed ? action.ReasonOfFailedCondition(item) : reason;
                failures.Add(new FailedAction(TransactionSlots.SlotOf(slots, slot), action.Pattern.Name, failed, item is { Count: > 0 } ? item : null)
                {
                    Condition = failed == TransactionFailureReason.ConditionFailed ? action.ReasonOfFailedCondition(item, now) : null,
                    UniqueConstraint = failed == TransactionFailureReason.NotUnique ? action.UniqueConstraint : null,
                });
            }
        }

        return failures;
    }

    private static TransactionFailureReason Reason(string code) => code switch
    {
        "ConditionalCheckFailed" => TransactionFailureReason.ConditionFailed,
        "TransactionConflict" => TransactionFailureReason.Conflict,
        "ProvisionedThroughputExceeded" or "ThrottlingError" => TransactionFailureReason.Throttled,
        "ItemCollectionSizeLimitExceeded" => TransactionFailureReason.ItemCollectionTooLarge,
        "ValidationError" => TransactionFailureReason.Invalid,
        _ => TransactionFailureReason.Unknown,
    };
}
