namespace BadDesign.Shipping;

public enum ShipmentStatus
{
    Packed,
    Sent,
    Delivered,
}
