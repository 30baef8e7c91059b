namespace DynamoGen.Migrations.Tests.Simulation;

/// <summary>Faults of the parts under test, each of which the checks must find.</summary>
internal enum Mutant
{
    None,
    SettledWithoutItsMark,
    AdvancedWithoutAcknowledgement,
    LedgerForgotten,
    TakenForDeadTooEarly,
    LeaseThatNeverEnds,
    StateWithoutCompareAndSwap,
    SegmentDoneTooEarly,
    EarlierAttemptLeft,
    PairNotReadAtOneMoment,
    DeliveredWithoutItsNumber,
    CutOverBeforeAllHasFollowed,
    WrittenDuringThePause,
}
