using Amazon.DynamoDBv2;
using DynamoGen.Regions;

namespace DynamoGen.Transactions;

/// <summary>Sends the transaction that one write of an item is, and tells its failures as those of the write.</summary>
internal sealed class ItemTransactions(TransactionSender transactions, StaleWrites stale)
{
    /// <summary>Writes one item by a transaction with a token of its own, which is applied once however often it is sent.</summary>
    /// <param name="accessPattern">The access pattern's name.</param>
    /// <param name="action">The write, which may stand for several actions.</param>
    /// <param name="cancellationToken">Ends the call; the write may then have been applied or not.</param>
    /// <exception cref="ConditionFailedException">The condition does not hold; the exception has the stored item.</exception>
    /// <exception cref="WrongRegionException">Another region has taken over the writes, and has written the item.</exception>
    /// <exception cref="UniqueConstraintException">Another item has one of its unique values.</exception>
    /// <exception cref="TransactionFailedException">It failed for another reason.</exception>
    public async ValueTask WriteAsync(string accessPattern, WriteAction action, CancellationToken cancellationToken)
    {
        try
        {
            await transactions.WriteAsync(action, cancellationToken).ConfigureAwait(false);
        }
        catch (TransactionFailedException failed)
        {
            if (FailureOfItem(accessPattern, failed) is { } failure)
            {
                throw failure is ConditionFailedException { Reason: ConditionFailureReason.StaleWriter, Item: { } item }
                    ? stale.RefusalOf(action.Pattern.Table, item, failure) ?? (Exception)failure
                    : failure;
            }

            throw;
        }
    }

    /// <summary>The failure of a transaction that is one write, as that of the write; null where it failed for another reason.</summary>
    public static RequestRefusedException? FailureOfItem(string accessPattern, TransactionFailedException failed)
    {
        var cause = failed.InnerException as AmazonDynamoDBException;
        if (failed.Failures.FirstOrDefault(failure => IsConditionOfItem(failure.Reason)) is { } condition)
        {
            return new ConditionFailedException(accessPattern, condition.Item, cause) { Reason = condition.Condition ?? ConditionFailureReason.Condition };
        }

        return failed.Failures.FirstOrDefault(failure => failure.UniqueConstraint is not null) is { } taken
            ? new UniqueConstraintException(accessPattern, taken.UniqueConstraint!, cause)
            : null;
    }

    private static bool IsConditionOfItem(TransactionFailureReason reason) =>
        reason is TransactionFailureReason.ConditionFailed or TransactionFailureReason.OutdatedItem or TransactionFailureReason.UnknownVersion;
}
