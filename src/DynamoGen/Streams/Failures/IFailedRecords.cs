namespace DynamoGen.Streams.Failures;

/// <summary>Keeps the records that a handler could not handle, so that those behind them can be handled.</summary>
public interface IFailedRecords
{
    /// <summary>Puts a record aside. Only when it returns, the record counts as done; where it fails, the record is tried again.</summary>
    /// <param name="failed">The record and the reason.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    ValueTask AddAsync(FailedRecord failed, CancellationToken cancellationToken = default);
}
